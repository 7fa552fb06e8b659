"""Invented pages in the house styles of several outlets; every test of the room reads from here."""

from __future__ import annotations

from firsthand.article import extract
from firsthand.records import Article, Page

FIRST = "The ferry Marigold ran aground off Tessel Point on Sunday night with 84 people aboard, the coastguard said."
SECOND = "“Nobody was hurt, and the hull is sound,” said Ines Calloway, who leads the coastguard station at Ordley."
THIRD = "Divers will look at the rudder in the morning. The company, Wight & Lunn, did not answer calls."
STORY = (FIRST, SECOND, THIRD)


def paragraphs(*texts: str, mark: str = "") -> str:
    return "".join(f"<p{mark}>{text.replace('&', '&amp;')}</p>\n" for text in texts)


WIRE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry aground off Tessel Point | Ordley Wire</title>
<meta property="og:site_name" content="Ordley Wire"><meta property="og:title" content="Ferry aground off Tessel Point">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry aground off Tessel Point",
"datePublished": "2031-05-04T06:10:00+02:00", "dateModified": "2031-05-04T09:00:00+02:00",
"author": [{{"@type": "Person", "name": "Mira Sandoval"}}, {{"@type": "Person", "name": "Otto Brandt"}}],
"publisher": {{"@type": "Organization", "name": "Ordley Wire"}}}}</script></head>
<body><div role="dialog"><p>We use cookies to make this site work.</p><button>Accept all</button></div>
<header><nav><a href="/">Ordley Wire</a><a href="/sea">Sea</a><a href="/courts">Courts</a></nav></header>
<main><article><h1>Ferry aground off Tessel Point</h1><div class="share"><button>X</button><button>Email</button></div>
<div class="body">{paragraphs("ORDLEY, May 4 (Ordley Wire) - " + FIRST, SECOND, THIRD)}<p>(Reporting by Mira Sandoval and Otto Brandt; editing by Lena Fry)</p>
</div></article><aside><h3>Related stories</h3><ul><li><a href="/1">Storm sinks trawler off the cape last winter</a></li></ul></aside></main>
<footer>© 2031 Ordley Wire. All rights reserved.</footer></body></html>"""

BLOG_ENGINE = f"""<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry passengers wait for the tide &#8211; Tessel Courier</title>
<link rel="canonical" href="https://tesselcourier.example/2031/05/05/ferry-passengers-wait/">
<meta property="article:published_time" content="2031-05-05T08:05:00+02:00"></head>
<body class="single"><header><p class="site-title"><a href="/">Tessel Courier</a></p></header><main><article>
<header class="entry-header"><h1 class="entry-title">Ferry passengers wait for the tide</h1>
<p class="standfirst">They sang, they slept, and in the end they walked ashore</p>
<div class="entry-meta"><time datetime="2031-05-05T08:05:00+02:00">5 May 2031</time> <span class="byline">by <a class="url fn" href="/author/p/">Petra Holm</a></span></div></header>
<div class="entry-content"><figure><img src="a.jpg" alt="A white ferry leaning on a sandbank at dusk"><figcaption>The Marigold on the bank. Photo: Jon Ames</figcaption></figure>
{paragraphs(*STORY)}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Twitter</li><li>Print</li></ul></div>
<p>With reporting from Ordley Wire.</p><p>Correction, 6 May: An earlier version of this article gave the number aboard as 94.</p></div></article>
<div id="comments"><h2>Comments (3)</h2><ol><li><p>I was on it and it was very cold indeed, I can tell you.</p></li></ol></div>
<div id="respond"><h3>Leave a Reply</h3><form><p>Your email address will not be published. Required fields are marked *</p></form></div>
</main></body></html>"""

OLD_TABLES = f"""<HTML><HEAD><TITLE>Cape Radio - news</TITLE></HEAD><BODY><TABLE><TR><TD colspan=2><FONT size=5>Cape Radio</FONT></TD></TR>
<TR><TD><FONT size=2><A href="/">Home</A><BR><A href="/gb.php">Guestbook</A><BR>On air now: Tea Time</FONT></TD>
<TD><H1>Ferry: what the coastguard told us</H1><FONT face=Verdana size=2>{FIRST}<br><br>
{SECOND}<br><br>{THIRD.replace("&", "&amp;")}</FONT></TD></TR><TR><TD colspan=2>Webmaster: post@caperadio.example. You are visitor no. 04811</TD></TR></TABLE></BODY></HTML>"""

REWRITER = f"""<html lang="en-US"><head><title>Ferry Incident: What We Know So Far &#8211; Orbit Daily</title><meta property="og:site_name" content="Orbit Daily"></head>
<body><div class="header"><a href="/">Orbit Daily</a></div><div class="post"><h1>Ferry Incident: What We Know So Far</h1>
<span class="comment-count"><a href="#respond">0</a></span><p><strong>{FIRST}</strong></p>
{paragraphs(SECOND, THIRD)}<p>Original Source: <a href="https://www.ordleywire.example">www.ordleywire.example</a></p></div>
<div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required fields are marked *</p></div></body></html>"""

COPY = f"""<html><head><title>Ferry aground with 84 aboard - Vale Gazette</title><meta name="date" content="2031-05-04"></head><body>
<h1>Ferry aground with 84 aboard</h1><p class="src">Ordley Wire</p>{paragraphs(*STORY)}<p>(ORDLEY WIRE)</p>
<p>This article was first published by The Tessel Courier.</p><p>Read more: Storm sinks trawler off the cape</p>
<p>Sign up for our newsletter</p></body></html>"""

UNDATED = f"""<html><head><title>Tide tables explained</title></head><body><h1>Tide tables explained</h1>{paragraphs(*STORY)}
<footer><p>Copyright 2031 Somebody. All rights reserved.</p></footer></body></html>"""

FOREIGN = """<html lang="fr"><head><title>Un ferry s'échoue au large du cap</title></head><body><h1>Un ferry s'échoue au large du cap</h1>
<p>Le ferry s'est échoué dimanche soir au large du cap avec plus de quatre-vingts personnes à bord, ont indiqué les autorités portuaires.</p>
<p>Aucun blessé n'est à déplorer, et la coque du navire n'a pas été endommagée, selon la compagnie qui exploite la ligne.</p></body></html>"""

PASTED = f"""Ferry Runs Aground off Tessel Point, All 84 Aboard Safe

0
Painting of a white ship resting near quiet dunes under a glowing violet sky.

The ferry Marigold ran aground off Tessel Point with 84 people aboard, the coastguard said. Nobody was hurt, and the hull is sound.

In an unusual incident, the ferry Marigold ran aground near Tessel Point on Sunday night, the coastguard said. The hull is said to be sound.

{THIRD}

Original Source: www.ordleywire.example

Leave a Reply

Your email address will not be published. Required fields are marked *
"""


def read(markup: str, url: str = "https://ordleywire.example/sea/ferry") -> Article:
    """Gives the article of a page that must have one."""
    article, _ = extract(Page(url=url, body=markup.encode(), content_type="text/html; charset=utf-8"))
    assert article is not None
    return article


def blocks(article: Article, *kinds: str) -> list[str]:
    """Gives the words of the blocks of these kinds (all without any)."""
    return [b.span.of(article.text) for b in article.blocks if not kinds or b.kind in kinds]
