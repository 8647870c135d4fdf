// Runs in VS Code's page, before anything of VS Code's; see hourPage.ts.

/** Where VS Code shows texts, beside editors. */
const messages = '.notification-list-item-message, .monaco-dialog-box';
const texts = `${messages}, .statusbar-item, .quick-input-title, .quick-input-message, .monaco-hover,
  .welcome-view-content, .monaco-list-row`;

const known = new WeakMap();

/** A text that comes again in a new place counts again. */
function look() {
  for (const element of document.querySelectorAll(texts)) {
    const text = element.textContent;
    if (text === '' || known.get(element) === text) continue;
    known.set(element, text);
    void globalThis.imagekitShown(text, element.matches(messages));
  }
}

new MutationObserver(look).observe(document, {
  subtree: true,
  childList: true,
  characterData: true,
});

const ended = (request) =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

/** Reads one database whole: its files are compressed, so that nothing would be found in them. */
async function entriesOf(name) {
  const database = await ended(indexedDB.open(name));
  const found = [];
  for (const each of database.objectStoreNames) {
    const store = database.transaction(each).objectStore(each);
    const [keys, values] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())]);
    for (const [index, key] of keys.entries()) {
      const value = values[index];
      const text =
        value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value);
      found.push([`IndexedDB ${name} ${each} ${key}`, `${key} ${text}`]);
    }
  }
  database.close();
  return found;
}

async function storage() {
  const found = [['cookies', document.cookie]];
  for (const [kind, entries] of Object.entries({ localStorage, sessionStorage })) {
    for (const [key, value] of Object.entries(entries)) {
      found.push([`${kind} ${key}`, `${key} ${value}`]);
    }
  }
  for (const { name } of await indexedDB.databases()) found.push(...(await entriesOf(name)));
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      found.push([`cache ${request.url}`, `${request.url} ${await response.text()}`]);
    }
  }
  return found;
}

/** Puts a text into each storage and tells the places where it has to be found. */
async function plant(text) {
  document.cookie = `planted=${text}`;
  localStorage.setItem('planted', text);
  sessionStorage.setItem('planted', text);
  await (await caches.open('planted')).put('/planted', new Response(text));
  const opening = indexedDB.open('planted');
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('store').put({ deep: [text] }, 'key');
  });
  (await ended(opening)).close();
  return [
    'cookies',
    'localStorage planted',
    'sessionStorage planted',
    'IndexedDB planted store key',
    `cache ${location.origin}/planted`,
  ];
}

globalThis.imagekitPage = { storage, plant };
