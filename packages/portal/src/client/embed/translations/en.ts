import type { Translation } from './th.js';

const mistake = 'Change it to this line';

export const en: Translation = {
  noRelease: 'The release of the knowledge bank could not be read. Please choose it again.',
  copied: 'Copied',
  copyByHand: 'Press Ctrl+C to copy',
  province: '',
  contrast: {
    onEither:
      'One colour can be read either on a light ground or on a dark one. With a colour of your own, choose a light or a dark ground.',
    good: (contrast) => `Easy to read: contrast ${contrast} : 1`,
    bad: (contrast, least) =>
      `Hard to read: contrast ${contrast} : 1, and at least ${least} : 1 is needed`,
  },
  hosts: {
    html: {
      title: 'Any website (HTML)',
      steps: [
        'Paste all of the code where it is to show on the page.',
        'Where a page shows several services, keep the script line once.',
      ],
    },
    wordpress: {
      title: 'WordPress (blocks)',
      steps: [
        'Add a block “Custom HTML” and paste all of the code.',
        'If the script line has gone after saving, your account may not use scripts: choose “WordPress (address)” instead.',
      ],
    },
    'wordpress-address': {
      title: 'WordPress (address)',
      steps: [
        'Paste this address as a paragraph of its own. WordPress turns it into a frame, for every account, in the block editor and in the classic one.',
        'A frame is 1,000 pixels high at most; the rest scrolls within it.',
      ],
    },
    'wordpress-classic': {
      title: 'WordPress (classic editor)',
      steps: [
        'Have the administrator put the first part at the end of the theme’s functions.php, once (WordPress 5.7 or later).',
        'Type the second part on the page. It works for every account, in the tabs “Visual” and “Text”. Do not paste the tag itself: the tab “Visual” takes it out.',
      ],
    },
    joomla: {
      title: 'Joomla',
      steps: [
        'Make a module “Custom”, and switch the editor off (Toggle Editor) before you paste the code.',
        'In Global Configuration, tab Text Filters, set your user group to No Filtering, or the script line is taken out.',
      ],
    },
    iframe: {
      title: 'Google Sites, and sites that take iframes only',
      steps: [
        'Google Sites: choose Insert > Embed > Embed code and paste the code.',
        'Where a site takes an address only, use the one in quotation marks after src.',
      ],
    },
    react: {
      title: 'React 19',
      steps: ['Install the package with npm install @km-laas/widgets'],
    },
    vue: {
      title: 'Vue 3',
      steps: [
        'Install the package with npm install @km-laas/widgets',
        "Set compilerOptions.isCustomElement to (tag) => tag.startsWith('km-')",
      ],
    },
  },
  inThePage: 'in the page',
  check: {
    opening: 'Opening the page…',
    noAddress: 'Enter the address of a web page, e.g. https://www.example.go.th/',
    noBank: 'The knowledge bank cannot be reached. Please try again.',
    looked: (address) => `Checked: ${address}`,
    sound:
      'Nothing wrong was found. If it still does not show, clear the caches of the website and of your browser, and open the page again.',
    found: (count) => `Possible causes: ${count}`,
  },
  findings: {
    shownAsText: {
      what: 'The code is shown as text instead of working as a tag',
      mend: 'The editor has changed the signs < and >. Delete it and paste it again in HTML mode (the tab “Text” or “Edit as HTML”).',
    },
    noTag: {
      what: 'There is no tag of the knowledge bank on this page',
      mend: 'Make sure that the code is on this page and saved. If your system takes tags out, use an iframe instead.',
    },
    frameTitle: 'Questions and answers',
    unknownTag: (name, known) => ({
      what: `There is no tag <${name}>`,
      mend: `Check its spelling. There are: ${known}`,
    }),
    wrongAuthority: (name, authority) => ({
      what: `The code “${authority}” in <${name}> does not have 8 digits`,
      mend: 'Write the code of the local authority with 8 digits, e.g. authority="03470102"',
    }),
    noScript: {
      what: 'There is a tag but no script line, or your system took it out',
      mend: 'Add this line once to the page. If it goes again, use an iframe instead.',
    },
    noModule: { what: 'The script line has no type="module"', mend: mistake },
    scriptByHttp: {
      what: 'The page is https but asks for the script by http, which browsers refuse',
      mend: mistake,
    },
    oldRelease: (release) => ({
      what: `The page asks for release ${release} and goes without what was mended since`,
      mend: 'Change it to v1, which is always the current release',
    }),
    frameByHttp: {
      what: 'The page is https but asks for an iframe by http, which browsers refuse',
      mend: 'Change the address in the src of the iframe to',
    },
    policy: (host, directives) => ({
      what: `The Content-Security-Policy of the website does not allow ${host} in ${directives}`,
      mend: 'Have the administrator of the server change this header to',
    }),
    trustedTypes: {
      what: 'Trusted Types of the website do not allow the policy lit-html',
      mend: 'Add to the Content-Security-Policy',
    },
    noCharset: {
      what: 'The page declares no charset, so Thai may not be readable',
      mend: 'Add this as the first line in <head> and save the file as UTF-8',
    },
    misdeclared: (charset) => ({
      what: `The page declares the charset ${charset} but its file is in another, so Thai is not readable`,
      mend: 'Save the file as UTF-8, and declare the same by this line in <head> and by the header Content-Type of the server',
    }),
    foreignCharset: (charset) => ({
      what: `The page declares the charset ${charset}, so Thai may not be readable`,
      mend: 'Save the file as UTF-8 and change it to this line. If nothing changes, have the administrator of the server change the header Content-Type too.',
    }),
  },
};
