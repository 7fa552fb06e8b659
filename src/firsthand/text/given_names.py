"""Given names and titles that tell he from she. Kept by hand: common names of many countries; unknown names give no cue."""

from __future__ import annotations

import unicodedata

TITLES = {"mr": "m", "mr.": "m", "sir": "m", "king": "m", "prince": "m", "lord": "m", "emir": "m", "sheikh": "m", "pope": "m", "father": "m", "mrs": "f",
          "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f", "queen": "f", "princess": "f", "lady": "f", "dame": "f", "madame": "f", "sister": "f",
          "chairman": "m", "chairwoman": "f", "spokesman": "m", "spokeswoman": "f", "congressman": "m", "congresswoman": "f", "policeman": "m",
          "policewoman": "f", "widow": "f", "widower": "m", "mother": "f", "son": "m", "daughter": "f", "actress": "f", "businessman": "m",
          "businesswoman": "f"}  # fmt: skip

MALE = frozenset(
    """
    aaron abdel abdul abdullah abraham abu adam ade adel ademola adnan adrian ahmad ahmed akira alain alan alberto
    alejandro aleksandr aleksei alex alexander alexei alexey alfredo ali amir anatoly anders andre andreas andrei
    andres andrew andrey andrii andriy angus anthony anton antonio antony arif arjun arnaud arthur artur ashraf
    augusto ben benjamin bernard bill bob boris brad brian bruce bruno carl carlos charles chris christian christoph
    christopher claude colin craig dan daniel darren dave david denis dennis derek diego dieter dimitri dmitri
    dmitry dmytro don donald douglas duncan ed eduardo edward edwin emmanuel enrique eric erik ernesto eugene evgeny
    fabio farhan farid fernando filip francesco francis francisco francois frank franz fred frederic gabriel gary
    gavin geoffrey george gerald gerard gerhard giorgio giovanni giuseppe glenn gordon graham greg gregory guillaume
    gustavo guy hamid hans harold harry hasan hassan heinz helmut henri henry herbert hiroshi howard hugh hugo
    hussein ian ibrahim igor ilya imran isaac ismail ivan jack jacob jacques jake jakob jamal james jan jason javier
    jean jeff jeffrey jens jeremy jerome jesus jim jiri joao joe joel johan johannes john johnny jon jonas jonathan
    jorge jose josef joseph joshua juan julian julien julio jurgen justin kamal karim karl keith ken kenneth kevin
    khaled khalid kofi kurt kyle lars laurent lawrence lee leo leon leonardo leonid lewis louis luc luca lucas luigi
    luis luke mahmoud malcolm manuel marc marcel marcelo marco marcos marek mario mark markus martin massimo mateo
    matt matteo matthew maurice max maxim mehdi mehmet michael michal michel miguel mike mikhail milan mohamed
    mohammad mohammed moses muhammad murat mustafa mykhailo mykola narendra nasser nathan neil nicholas nick nicolas
    nigel nikolai nikolay noah oleg oleksandr oleksii oleksiy oliver olivier omar oscar osman otto owen pablo paolo
    pascal patrick paul paulo pavel pavlo pedro peter petr petro phil philip philippe pierre piotr rafael rafiq raj
    rajesh ralph ramon raul ray raymond ricardo richard rob robert roberto rodrigo roger roland roman ron ronald
    ross roy ruslan russell ryan said salman sam samir samuel sanjay scott sean sebastian sergei sergey sergio
    serhii serhiy shane simon stanislav stefan stephen steve steven stuart taha takashi tariq ted terry theodore
    thierry thomas tim timothy tobias tom tomas tony trevor umar valentin valery vasily victor viktor vincent vitali
    vitaly vladimir volodymyr wael walter warren wayne werner wilhelm william wolfgang yaroslav yasir yevgeny yuri
    yuriy yusuf yves zachary zoran
    """.split()
)

FEMALE = frozenset(
    """
    abigail adriana agnes aisha alejandra alexandra alice alicia alina alison alla amanda amelia amina amy ana
    anastasia andrea angela anita ann anna anne annette annie antonia astrid aylin ayse barbara beatrice beatriz
    becky berta beth betty birgit brenda brigitte camila camille carla carmen carol caroline catherine cecilia
    charlotte chiara chloe christina christine claire clara claudia cristina cynthia daniela danielle daria deborah
    diana diane dina dolores donna doris dorothy edith eleanor elena elisabeth elizabeth ella ellen elsa emily emine
    emma erica erika esther eva eve evelyn fatima fatma fiona florence frances francoise gabriela gabriele galina
    genevieve georgia gina giorgia giulia gloria grace greta hanna hannah heather heidi helen helena helga hillary
    ilse ines ingrid irene irina iris isabel isabella isabelle ivana jacinda jacqueline jana jane janet janice
    jennifer jessica jill joan joanna johanna josephine joyce judith judy julia juliana julie kamala karen karin
    karolina kate katerina katherine kathleen kathryn katie katja kelly kim-anh kirsten kristina larisa larissa
    laura lauren leila lena leticia lidia lilian liliana linda lisa liudmila ljudmila louise lucia lucy ludmila
    luisa lydia lyudmila madeleine magdalena maggie mai maia margaret margarita maria mariam mariana marie marina
    marion marta martha martina mary matilda maya megan mei melissa meral mercedes mette mia michelle mira miriam
    monica monika nadezhda nadia nadine nancy naomi natalia natalie natalya natasha ngozi nicola nicole nikki nina
    nora oksana olena olga olha paola patricia paula pauline penelope petra philippa priya rachel raquel rebecca
    regina renata rita rosa rose ruth sabine sabrina sally samantha sandra sanna sara sarah sharon sheila shirley
    silvia simone sofia sonia sonja sophia sophie stella stephanie susan susanna susanne suzanne svetlana svitlana
    sylvia tamara tania tanya tatiana teresa theresa ursula valentina valeria vanessa vera veronica victoria
    viktoria virginia vivian wendy yasmin yulia yuliia yvette yvonne zainab zara zoe zoya zuzana
    """.split()
)

# Where the family name comes first.
FAMILY_FIRST = frozenset(
    """
    ahn chen cho choe choi deng gao guo han hong hu huang hun hwang hyon jang jeong jung kang kim kwon lee li liang
    lim lin liu luo ma mao ngo nguyen paek pak park pham ri seo shin so song sun tea tran wang wu xi xu yang yoon
    zhang zhao zhou zhu
    """.split()
)


def is_given_name(word: str) -> bool:
    """Says whether a word is a given name of this list, with or without its accents.

    >>> is_given_name("Inés"), is_given_name("Harbour")
    (True, False)
    """
    return _plain(word) in MALE | FEMALE


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def gender_of(name: str, titles: tuple[str, ...] = ()) -> str:
    """Gives "m", "f" or "" for a person's full name and the words found before it.

    >>> gender_of("Maria Hollen"), gender_of("Hollen", ("mr",)), gender_of("Quim Hollen")
    ('f', 'm', '')
    """
    told = {TITLES[title] for title in titles if title in TITLES}
    if len(told) == 1:
        return told.pop()
    first = _plain(name.split()[0]) if " " in name else ""
    return "m" if first in MALE else "f" if first in FEMALE else ""
