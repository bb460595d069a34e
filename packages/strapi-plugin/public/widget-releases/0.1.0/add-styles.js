import"./base.js";function o(o,...s){const t=o.renderRoot;{const o=s.map(o=>o.styleSheet);t.adoptedStyleSheets=[...t.adoptedStyleSheets,...o]}}export{o as a};
