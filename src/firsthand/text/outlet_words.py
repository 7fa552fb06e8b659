"""Last words of outlets' names ("the Bay Courier"): what makes a name an outlet's where no list knows it."""

from __future__ import annotations

HEADS = frozenset(
    """times post news herald gazette tribune courier press radio tv television bulletin chronicle journal mail mirror observer
    telegraph sentinel monitor dispatch examiner inquirer echo argus weekly daily magazine review wire fm weekend online""".split()
)
