/** Where every host that shows our pages serves the style sheet. */
export const styleSheetAddress = '/assets/page.css';

/** Tokens and the few parts that pages made on the server need: light and dark, right-to-left, print. */
export const styleSheet = `:root{
--ink:#17211f;--ink-2:#4a5451;--paper:#f4f3ee;--surface:#fff;--sunk:#eceae2;--hover:#f0efe8;--rule:#dcd9cf;--edge:#7d7f77;
--cheong:#0f4c55;--cheong-d:#0a3840;--cheong-w:#e3eeee;--ju:#ab2a1c;--ju-w:#fbeae6;--moss:#256237;--moss-w:#e5f0e6;--on:#fff;--focus:#0b5fd0;
--sans:"Pretendard GOV","Noto Sans","Noto Sans CJK KR","Noto Sans KR","Noto Sans Lao","Noto Sans Khmer","Noto Sans Arabic",system-ui,sans-serif;
--serif:"Noto Serif CJK KR","Noto Serif KR","Noto Serif","Noto Serif Lao","Noto Naskh Arabic",serif;color-scheme:light}
@media (prefers-color-scheme:dark){:root{
--ink:#e9ebe6;--ink-2:#b9c0bb;--paper:#12181a;--surface:#1a2123;--sunk:#232b2d;--hover:#222a2c;--rule:#313b3d;--edge:#7f8a89;
--cheong:#8fcdd2;--cheong-d:#b5e1e4;--cheong-w:#1d3437;--ju:#ff9d8a;--ju-w:#3a201c;--moss:#8ccf9c;--moss-w:#1c3323;--on:#10181a;--focus:#8ab8ff;color-scheme:dark}}
*{box-sizing:border-box}
html{font:.9375rem/1.5 var(--sans);color:var(--ink);background:var(--paper);font-variant-numeric:tabular-nums}
:lang(ko){word-break:keep-all;overflow-wrap:anywhere}:lang(lo),:lang(km){line-height:1.7}:lang(ar){line-height:1.65}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
h1,h2,h3,p,dl,dd,ul{margin:0;padding:0}ul{list-style:none}
h1{font-size:1.375rem;line-height:1.3}h2{font-size:1rem}h3{font-size:.9375rem}
a{color:var(--cheong);text-underline-offset:3px}code{font-family:"Noto Sans Mono",ui-monospace,monospace;font-size:.875em}
:focus-visible{outline:2.5px solid var(--focus);outline-offset:2px;border-radius:2px}main:focus{outline:0}
.skip{position:absolute;inset-inline-start:8px;top:-60px;background:var(--cheong);color:var(--on);padding:8px 14px;z-index:9}.skip:focus{top:8px}
.top{display:flex;flex-wrap:wrap;align-items:center;gap:8px 24px;padding:10px 24px;background:var(--surface);border-bottom:1px solid var(--rule)}
.brand{display:flex;align-items:center;gap:10px;font-weight:700;text-decoration:none;color:var(--ink);margin-inline-end:auto}
.brand small{display:block;font-weight:400;font-size:.8125rem;color:var(--ink-2)}
.seal{width:30px;height:30px;border:2px solid var(--ju);color:var(--ju);display:grid;place-items:center;font:700 .9375rem/1 var(--serif);border-radius:4px;flex:none}
.aside{display:flex;flex-wrap:wrap;align-items:center;gap:8px 16px}.aside form{margin:0}
.who{line-height:1.3}.who small{display:block;color:var(--ink-2);font-size:.8125rem}
main{flex:1;width:100%;max-width:1080px;margin-inline:auto;padding:24px;display:flex;flex-direction:column;gap:20px}
.lead{color:var(--ink-2);max-width:64ch}.mut{color:var(--ink-2)}.nw{white-space:nowrap}
section{background:var(--surface);border:1px solid var(--rule);border-radius:3px;padding:16px 20px;display:flex;flex-direction:column;gap:12px}
.cols{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:20px;align-items:start}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:8px 12px 8px 0;border-bottom:1px solid var(--rule)}
thead th{font-size:.8125rem;color:var(--ink-2);font-weight:600;border-bottom:1px solid var(--edge)}tbody th{font-weight:500}tbody tr:hover{background:var(--hover)}
.btn{display:inline-flex;align-items:center;justify-content:center;min-height:36px;padding:5px 16px;border:1px solid var(--edge);border-radius:3px;background:var(--surface);color:var(--ink);font:inherit;font-weight:500;text-decoration:none;cursor:pointer}
.btn:hover{background:var(--hover)}.btn.pri{background:var(--cheong);border-color:var(--cheong);color:var(--on);font-weight:600}.btn.pri:hover{background:var(--cheong-d)}
.search{display:flex;flex-wrap:wrap;gap:8px;margin:0}.search label,.search p{flex-basis:100%}.search label{font-weight:600}
.search input{flex:1;min-width:min(100%,14rem);min-height:36px;padding:5px 10px;border:1px solid var(--edge);border-radius:3px;background:var(--surface);color:var(--ink);font:inherit}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr));gap:8px}
.people .btn{width:100%;min-height:52px;justify-content:flex-start;text-align:start;line-height:1.35}.people small{display:block;font-weight:400;color:var(--ink-2)}
.tags{display:flex;flex-wrap:wrap;gap:8px}.tag{padding:2px 10px;border-radius:3px;background:var(--moss-w);color:var(--moss);font-size:.8125rem;font-weight:600}
.tag::before{content:"\\2713\\a0"}
.note{border-inline-start:4px solid var(--cheong);background:var(--cheong-w);padding:10px 14px}.note.ju{border-color:var(--ju);background:var(--ju-w)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px}.facts dt{color:var(--ink-2)}.facts dd{overflow-wrap:anywhere}
.crumbs{display:flex;flex-wrap:wrap;gap:4px 8px}.crumbs li+li::before{content:"\\203a\\a0\\a0";color:var(--ink-2)}
.languages{display:flex;gap:12px}.languages [aria-current]{font-weight:700;color:var(--ink);text-decoration:none}
.foot{border-top:1px solid var(--rule);padding:14px 24px;color:var(--ink-2);font-size:.8125rem;display:flex;flex-wrap:wrap;gap:8px 24px;justify-content:center}
@media (forced-colors:active){.seal,.tag,.note{border:1px solid}}
@media print{.skip,.aside,.btn{display:none}html{background:#fff}section{border:0;padding:0}}
`;
