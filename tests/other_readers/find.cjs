// What pdf.js, which Firefox shows PDF with, finds of a list of words, by the controller of its own viewer: for each file its text and how
// often each word is found. Words come as JSON on the standard input, files as arguments.
const fs = require('fs'), { pathToFileURL } = require('url');
const load = (name) => import(pathToFileURL(require.resolve(name)));

// The viewer builds its buttons when it is loaded; an element that takes everything will do for them.
const element = () => new Proxy(function () {}, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : element()), set: () => true, apply: () => element(), construct: () => element(),
});
const document = { addEventListener() {}, createElement: element, querySelector: () => null, documentElement: element() };
const give = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
give('window', globalThis);
give('document', document);
give('location', { href: 'file:///', hash: '' });
give('navigator', { userAgent: '', platform: '', language: 'en', maxTouchPoints: 0 });
give('requestAnimationFrame', (draw) => setTimeout(draw, 0));

(async () => {
  const pdfjs = await load('pdfjs-dist/legacy/build/pdf.mjs');
  give('pdfjsLib', pdfjs);
  const { PDFFindController, EventBus } = await load('pdfjs-dist/legacy/web/pdf_viewer.mjs');
  const words = JSON.parse(fs.readFileSync(0));
  const out = [];
  for (const file of process.argv.slice(2)) {
    const pdf = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync(file)), verbosity: 0 }).promise;
    let text = '';
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent({ disableNormalization: true });
      text += items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join('') + '\n';
    }
    const eventBus = new EventBus();
    const linkService = { pagesCount: pdf.numPages, page: 1, externalLinkEnabled: true };
    const finder = new PDFFindController({ linkService, eventBus, updateMatchesCountOnProgress: false });
    finder.setDocument(pdf);
    const found = {};
    for (const query of words) {
      eventBus.dispatch('find', {
        type: 'find', query, caseSensitive: true, entireWord: false, highlightAll: true, findPrevious: false, matchDiacritics: true,
      });
      do await new Promise((done) => setTimeout(done, 0));
      while (finder._pendingFindMatches.size || finder._pageContents.length < pdf.numPages || finder.pageMatches.length < pdf.numPages);
      found[query] = finder.pageMatches.reduce((all, page) => all + (page ? page.length : 0), 0);
    }
    out.push({ text, found });
  }
  console.log(JSON.stringify(out));
  process.exit(0);
})();
