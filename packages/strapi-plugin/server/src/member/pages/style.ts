/** Styles of the members' pages: the portal's colours and letters, in one small file. */
export const style = `
:root{color-scheme:light;--ink:#17202e;--quiet:#4a5568;--accent:#0b57a4;--on-accent:#fff;--good:#1b6e3c;--good-ground:#e5f3ea;--warning:#7d5100;--warning-ground:#fdf1d7;--bad:#b3261e;--bad-ground:#fdeceb;--border:#76808f;--line:#d5dce6;--paper:#fff;--ground:#f4f7fb;--band:#0b3f78;--on-band:#fff;--gold:#e3b34a;
font-family:Sarabun,'TH Sarabun New','Noto Sans Thai',Laksaman,'Leelawadee UI',sans-serif;font-size:106.25%;line-height:1.7}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#e6ebf2;--quiet:#a9b4c4;--accent:#9cc4ff;--on-accent:#10161f;--good:#7fd6a0;--good-ground:#12301f;--warning:#f2c063;--warning-ground:#362a0c;--bad:#ffaca5;--bad-ground:#3f1a18;--border:#7d8898;--line:#323d4d;--paper:#10161f;--ground:#1a2330;--band:#14263d;--on-band:#e6ebf2}}
*,::before,::after{box-sizing:border-box}
body{margin:0;min-block-size:100vh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);overflow-wrap:break-word}
h1,h2,p,ul,dl,dd,fieldset,legend{margin:0;padding:0}
h1{font-size:1.5rem;line-height:1.5;text-wrap:balance}h2{font-size:1.15rem;line-height:1.5}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:.25rem}
.band{background:var(--band);color:var(--on-band);border-block-end:3px solid var(--gold)}
.band>div,main,footer{inline-size:100%;max-inline-size:40rem;margin-inline:auto;padding-inline:1rem}
.band>div{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1rem;padding-block:.5rem;min-block-size:3.5rem}
.band a,.band .brand{color:inherit;display:inline-flex;align-items:center;min-block-size:44px;gap:.6rem}
.band .brand{font-weight:700;font-size:1.1rem;text-decoration:none}
.band :focus-visible{outline-color:var(--gold)}
main{flex:1;padding-block:1.5rem 2.5rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1.25rem;display:flex;flex-direction:column;gap:1rem}
@media (min-width:40rem){.card{padding:2rem}}
fieldset{border:0;min-inline-size:0}
.visually-hidden{position:absolute;inline-size:1px;block-size:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
form{display:flex;flex-direction:column;gap:1rem}
.field{display:flex;flex-direction:column;gap:.25rem}
label,legend,.label{font-weight:600}
.check{display:flex;gap:.75rem;align-items:flex-start;min-block-size:44px;padding-block:.4rem;font-weight:400}
.check input{inline-size:1.4rem;block-size:1.4rem;margin:.2rem 0 0;flex:none;accent-color:var(--accent)}
.hint{color:var(--quiet);font-size:.9375rem}
input:not([type=checkbox],[type=radio]),select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--border);border-radius:.375rem;padding:.5rem .75rem;min-block-size:48px;inline-size:100%}
[aria-invalid=true]{border-color:var(--bad)!important;border-width:2px!important}
.fault{color:var(--bad);font-weight:600}
.fault::before{content:'⚠ ';}
button,.button{font:inherit;font-weight:600;min-block-size:48px;padding:.5rem 1.25rem;border-radius:.375rem;border:1px solid var(--accent);background:var(--paper);color:var(--accent);cursor:pointer;text-decoration:none;display:inline-flex;align-items:center;justify-content:center;text-align:center}
button.primary,.button.primary{background:var(--accent);color:var(--on-accent)}
button.danger{border-color:var(--bad);color:var(--bad)}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.notice{border-inline-start:.3rem solid var(--accent);background:var(--ground);padding:.75rem 1rem;border-radius:.25rem}
.notice.good{border-color:var(--good);background:var(--good-ground)}
.notice.warning{border-color:var(--warning);background:var(--warning-ground)}
.notice.bad{border-color:var(--bad);background:var(--bad-ground)}
.notice ul,.plain-list{padding-inline-start:1.25rem}
.rows{list-style:none;padding:0;border-block-start:1px solid var(--line)}
.rows>li{border-block-end:1px solid var(--line);padding-block:.75rem;display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between;align-items:center}
.rows>li.stacked{flex-direction:column;flex-wrap:nowrap;align-items:stretch}
summary{font-weight:600;color:var(--accent);cursor:pointer;min-block-size:44px;display:flex;align-items:center;gap:.5rem}
summary::before{content:'▸'}details[open]>summary::before{content:'▾'}
details form{padding-block-start:.5rem}
.rows a.go{flex:1;min-block-size:44px;display:flex;align-items:center}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem}dt{color:var(--quiet)}
.or{display:flex;flex-direction:column;gap:.75rem}.or p{text-align:center}
.steps{margin:0;padding-inline-start:1.5rem;display:flex;flex-direction:column;gap:1.25rem}.steps p{margin-block-end:.5rem}
.qr{display:block;inline-size:min(15rem,100%);block-size:auto;background:#fff;color:#000;border:1px solid var(--line);border-radius:.375rem;forced-color-adjust:none}
.codes{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:.25rem 1rem;padding:1rem;border:1px dashed var(--border);border-radius:.375rem}
.codes code,code.secret{font-family:ui-monospace,Consolas,'Courier New',monospace;letter-spacing:.04em;word-break:normal;white-space:nowrap}code.secret{white-space:normal}
@media print{.band,footer,.actions,.skip{display:none}}
footer{padding-block:1rem 2rem;color:var(--quiet);font-size:.9375rem;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
footer a{display:inline-flex;align-items:center;min-block-size:44px}
code,.origin{font-family:inherit;font-weight:700;word-break:break-all}
.skip{position:absolute;inset-block-start:-10rem;background:var(--paper);padding:.5rem 1rem}.skip:focus{inset-block-start:.5rem}
@media (forced-colors:active){button,.card,.notice{border:1px solid}}
`;

/** Hands the code to the page that opened the window, at that page's exact origin, and goes. */
export const windowScript = `
'use strict';
(() => {
  const { code, state, target } = document.getElementById('hand-over').dataset;
  if (!window.opener) {
    document.getElementById('no-opener').hidden = false;
    return;
  }
  window.opener.postMessage({ type: 'km-member-code', code, state }, target);
  window.close();
})();
`;
