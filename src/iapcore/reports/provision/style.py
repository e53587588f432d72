"""How the report looks: on a phone, on a desk, on A4, by day and by night, and on a photocopy."""

from typing import Final

__all__ = ["STYLE"]

STYLE: Final = """
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fff;--soft:#f0f1f3;--line:#8a8a93;--link:#0b4f8a}
@media(prefers-color-scheme:dark){:root{--ink:#ececf0;--paper:#17171b;--soft:#26262c;--line:#85858f;--link:#9cc9f5}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:60rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 Helvetica,Arial,sans-serif;overflow-wrap:break-word}
h1{font-size:1.7rem;line-height:1.2;margin:.8rem 0}
h2{font-size:1.3rem;line-height:1.25;margin:2.2rem 0 .6rem;padding-top:.8rem;border-top:2px solid var(--line)}
p,ul,dl{margin:.6rem 0;max-width:44rem}
ul{padding-left:1.3rem}
li{margin:.25rem 0}
a{color:var(--link)}
a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem 1rem}
.skip:focus{left:1rem;top:.5rem}
.for{border:3px solid var(--ink);padding:.6rem .9rem;margin:1rem 0;background:var(--soft);max-width:none}
.for strong{letter-spacing:.06em}
nav ul{columns:2 16rem;padding-left:1.1rem}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.95rem}
caption{text-align:left;font-weight:700;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:400;min-width:8rem}
@media(max-width:40rem){td:nth-of-type(1){min-width:6.5rem}td:nth-of-type(4){min-width:8rem}}
.group{display:block;padding-left:1.1rem}
td{font-variant-numeric:tabular-nums}
figure{margin:1rem 0}
figure svg{display:block;border:1px solid var(--line);border-radius:12px}
dt{font-weight:700;margin-top:.8rem}
dd{margin:.1rem 0 0 1.1rem}
footer{margin-top:2.5rem;border-top:2px solid var(--line)}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#fff;--line:#777;--link:#000}
body{padding:0;max-width:none;font-size:10.5pt}
.skip,nav{display:none}
.wide{overflow:visible}
h2,h2+p,h3,caption{break-after:avoid}
figure,table,p,li,dd{break-inside:avoid}
dt{break-after:avoid}
thead{display:table-header-group}
footer{break-before:avoid;break-inside:avoid;margin-top:1rem}
a{text-decoration:none}
}
""".strip()
