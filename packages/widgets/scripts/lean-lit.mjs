/** Modules written anew: the same for our elements, in a fraction of the size. */
const modules = {
  // Every browser compiled for adopts style sheets.
  '/reactive-element/css-tag.js': `
    export const supportsAdoptingStyleSheets = true;
    export class CSSResult {
      constructor(cssText) { this._$cssResult$ = true; this.cssText = cssText; }
      get styleSheet() {
        if (!this.t) (this.t = new CSSStyleSheet()).replaceSync(this.cssText);
        return this.t;
      }
      toString() { return this.cssText; }
    }
    export const unsafeCSS = (text) => new CSSResult(text);
    export const css = (strings, ...values) =>
      new CSSResult(values.reduce((text, value, at) => text + value + strings[at + 1], strings[0]));
    export const adoptStyles = (root, styles) => {
      root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
    };
    export const getCompatibleStyle = (style) => style;`,
  // Decorators as TypeScript's experimentalDecorators calls them, and no others.
  '/reactive-element/decorators/property.js': `
    export const property = (options) => (prototype, name) =>
      void prototype.constructor.createProperty(name, options);`,
  '/reactive-element/decorators/query.js': `
    export const query = (selector) => () => ({
      get() { return this.renderRoot?.querySelector(selector) ?? null; },
    });`,
};

const nothing = '';
/** What is taken out of the others, and what stands in its place. */
const edits = {
  '/reactive-element/reactive-element.js': [
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)[^;]+/, nothing],
    [/,\w+=\w+\.reactiveElementPolyfillSupport/, nothing],
    // Standard decorators, initializers and `static properties`.
    [/Symbol\.metadata\?\?=.+?new WeakMap;/, nothing],
    [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{.+?\}(?=this\._\$Eh=)/, nothing],
    [/static addInitializer\(.+?\}(?=static get)/, nothing],
    [/,void 0!==(\w+)\.l&&\(this\.l=\[\.\.\.\1\.l\]\)/, nothing],
    [/,this\.constructor\.l\?\.forEach\(.+?\)\)(?=\})/, nothing],
    [/if\((this\.finalized=!0,.+?),this\.hasOwn.+?"properties"\)\)\)\{.+?\[\w+\]\)\}/, '$1;'],
    // Properties that are written back to attributes, or read as JSON from them.
    [/_\$ET\(.+?\}(?=_\$AK\()/, nothing],
    [/this\._\$Eq&&=.+?\),(?=this\._\$EM)/, nothing],
    [/,!0===\w+&&this\._\$Em!==\w+&&\(this\._\$Eq\?\?=new Set\)\.add\(\w+\)/, nothing],
    [/\|\|\w+\.useDefault&&\w+\.reflect.+?\)\)(?=\)\)return)/, nothing],
    // Values that come back with their attribute, converters, and accessors of one's own.
    [
      /(?<=\}C\(\w+,\w+),\{useDefault:.+?\}(?=async )/,
      '){this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s))}',
    ],
    [
      /const (\w+)=this\.constructor\.elementProperties;if\(\1\.size>0\)for\(.+?void 0,\w+,\w+\)\}/,
      nothing,
    ],
    [/,h="function"==typeof \w+\.converter\?.+?:u;/, ',h=u;'],
    [/=(\w+)\?\?this\._\$Ej\?\.get\(\w+\)\?\?\1,/, '=$1,'],
    [
      /,this\.prototype\.hasOwnProperty\(\w+\)&&\(\(\w+=Object\.create\(\w+\)\)\.wrapped=!0\)/,
      nothing,
    ],
    [
      /const \w+=this\.scheduleUpdate\(\);return null!=\w+&&await \w+,/,
      'return this.performUpdate(),',
    ],
    [/removeController\(.+?\}(?=_\$E_)/, nothing],
    [/scheduleUpdate\(\)\{return this\.performUpdate\(\)\}/, nothing],
    [
      /(?<=case Number:\w+=null===\w+\?null:Number\(\w+\));break;case Object:case Array:try\{.+?null\}(?=\}return)/,
      nothing,
    ],
    [/toAttribute\(.+?\},(?=fromAttribute)/, nothing],
  ],
  '/lit-html/lit-html.js': [
    [/:3===\w+\?"<math>"/, nothing],
    [/:3===\w+\?"<\/math>"/, nothing],
    [/\|\|3===\w+(?=\)\{)/, nothing],
    // Words of a style, script, title or text area that are put together.
    [/if\([$\w]+\.test\(\w+\.tagName\)\)\{.+?\.append\(\w+\[\w+\],\w+\(\)\)\}\}/, nothing],
    // Directives, and elements as places for them.
    [/(function \w+\((\w+),(\w+)),\w+=\2,\w+\)\{if\(\3===.+?\}(?=class )/, '$1){return $3}'],
    [/6===\w+\.type&&\(.+?\)\)/, '0'],
    [/else (\w+)\.startsWith\(\w+\)&&\(.+?removeAttribute\(\1\)\)/, nothing],
    // What tells directives whether their place is in the page.
    [/get _\$AU\(\)\{.+?\}/g, nothing],
    [/,this\._\$Cv=\w+\?\.isConnected\?\?!0/, nothing],
    [/this\._\$AP\?\.\(!1,!0,\w+\)/, nothing],
    [/setConnected\(.+?\)\)\}/, nothing],
    [/,this\._\$AN=void 0/g, nothing],
    // Values within comments.
    [/else\{let \w+=-1;.+?-1\}/, nothing],
    [
      /,\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\([^)]+\),\(\w+\.litHtmlVersions\?\?=\[\]\)[^;]+/,
      nothing,
    ],
    // Where a page enforces Trusted Types, another copy of lit may have taken the name already.
    [
      /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/,
      '((rules)=>{for(const name of["lit-html","km-laas"])try{return $1.createPolicy(name,rules)}catch{}})($2)',
    ],
  ],
  '/lit-element/lit-element.js': [
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, nothing],
    [/connectedCallback\(\)\{.+?\}disconnectedCallback\(\)\{.+?\}/, nothing],
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, nothing],
    [/const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/, nothing],
    [/\(\w+\.litElementVersions\?\?=\[\]\)[^;]+;/, nothing],
  ],
};

const partOf = (table, id) =>
  /\/node_modules\/(@lit|lit-)/.test(id)
    ? Object.entries(table).find(([file]) => id.endsWith(file))?.[1]
    : undefined;

/**
 * Takes out of lit what our elements never need: style tags for browsers without adopted sheets,
 * decorators of the other kind, hooks for polyfills, and notices for developers. A release of it
 * that reads otherwise stops the build here.
 */
export function leanLit() {
  return {
    name: 'lean-lit',
    resolveId(id) {
      if (/^lit\/(directive|async-directive)/.test(id))
        this.error(`${id}: lean-lit takes them out.`);
      return null;
    },
    load: (id) => partOf(modules, id) ?? null,
    transform(code, id) {
      const wanted = partOf(edits, id);
      if (!wanted) return null;
      const edited = wanted.reduce((text, [pattern, replacement]) => {
        if (!pattern.test(text))
          this.error(`${id} reads otherwise than lean-lit knows: ${pattern}`);
        return text.replace(pattern, replacement);
      }, code);
      return { code: edited, map: null };
    },
  };
}
