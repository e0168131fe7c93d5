// Keeps the page for reports without a network, and what it looks like, on the phone; for staff who have taken tasks
// along, the page to handle them: nothing else. Pages behind the log-in and receipts are never kept.
'use strict';

importScripts('/js/phone-queue.js', '/js/report-queue.js', '/js/desk-queue.js');

// A new number takes effect at the next visit, and the old cache goes. While there is a network, it comes first.
const CACHE = 'gridloop-shell-2';
const OFFLINE = '/report/offline';
const SHELL = [OFFLINE, '/webjars/bootstrap/dist/css/bootstrap.min.css', '/css/gridloop.css', '/js/gridloop.js',
  '/js/phone-queue.js', '/js/report-queue.js', '/js/report-questions.js', '/js/report-offline.js', '/icon.svg',
  '/manifest.webmanifest'];
// Staff who take tasks along fill a cache of their own, see deskQueue.keep; other phones have none.
const DESK_OFFLINE = '/desk/offline';
// Pages of residents that send people to the page above instead of an error of the browser.
const INSTEAD = /^\/(report|g\/[^/]+)?$/;
// Pages of staff that send people to theirs.
const DESK_INSTEAD = /^\/desk$/;
const PATIENCE = 5000;

async function keep(cache, path) {
  const answer = await fetch(path, { credentials: 'omit', cache: 'reload' });
  if (!answer.ok || answer.redirected) {
    throw new Error(path + ' answers ' + answer.status);
  }
  await cache.put(path, answer);
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(SHELL.map(function (path) { return keep(cache, path); }));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter(function (name) { return name.startsWith('gridloop-shell-') && name !== CACHE; })
    .map(function (name) { return caches.delete(name); }));
  await self.clients.claim();
}

function patience() {
  return new Promise(function (resolve, reject) { setTimeout(reject, PATIENCE, new Error('The network is too slow')); });
}

// The page that is kept is the one for nobody: no cookie goes along.
async function ofShell(path, name) {
  const cache = await caches.open(name);
  try {
    const answer = await Promise.race([fetch(path, { credentials: 'omit' }), patience()]);
    if (answer.ok && !answer.redirected) {
      await cache.put(path, answer.clone());
      return answer;
    }
  } catch (e) {
    // Without a network what is kept has to do.
  }
  return await cache.match(path) || Response.error();
}

// On phones that keep no tasks it comes as it always does, however slow the network is.
async function ofDesk(request, path) {
  const kept = await caches.has(deskQueue.CACHE) && await (await caches.open(deskQueue.CACHE)).match(path);
  return kept ? ofShell(path, deskQueue.CACHE) : fetch(request);
}

// Pages name the version of what they take from other projects; it is kept without.
function plain(path) {
  return path.replace(/^(\/webjars\/[^/]+)\/\d[^/]*\//, '$1/');
}

async function orOffline(request, offline) {
  try {
    return await fetch(request);
  } catch (e) {
    return Response.redirect(offline, 302);
  }
}

async function orDesk(request) {
  return await caches.has(deskQueue.CACHE) ? orOffline(request, DESK_OFFLINE) : fetch(request);
}

self.addEventListener('install', function (event) { event.waitUntil(install()); });

self.addEventListener('activate', function (event) { event.waitUntil(activate()); });

self.addEventListener('fetch', function (event) {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (SHELL.includes(plain(url.pathname))) {
    event.respondWith(ofShell(plain(url.pathname), CACHE));
  } else if (deskQueue.SHELL.includes(url.pathname)) {
    event.respondWith(ofDesk(event.request, url.pathname));
  } else if (event.request.mode === 'navigate' && INSTEAD.test(url.pathname)) {
    event.respondWith(orOffline(event.request, OFFLINE));
  } else if (event.request.mode === 'navigate' && DESK_INSTEAD.test(url.pathname)) {
    event.respondWith(orDesk(event.request));
  }
});

// Any page that opens with a network, or gets one, has waiting reports sent: not every browser knows the event below.
self.addEventListener('message', function (event) {
  if (event.data === reportQueue.NAME) {
    event.waitUntil(reportQueue.sendAll());
  }
});

self.addEventListener('sync', function (event) {
  if (event.tag === reportQueue.NAME) {
    event.waitUntil(reportQueue.sendAll().then(function (left) {
      if (left > 0) {
        throw new Error(left + ' reports wait for the next time');
      }
    }));
  }
  if (event.tag === deskQueue.NAME) {
    event.waitUntil(deskQueue.sendAll().then(function (how) {
      if (how.left > 0 && how.login === undefined) {
        throw new Error(how.left + ' answers wait for the next time');
      }
    }));
  }
});
