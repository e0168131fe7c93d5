// Keeps the page for reports without a network, and what it looks like, on the phone: nothing else. Pages behind the
// log-in and receipts are never kept.
'use strict';

importScripts('/js/report-queue.js');

// A new number takes effect at the next visit, and the old cache goes. While there is a network, it comes first.
const CACHE = 'gridloop-shell-2';
const OFFLINE = '/report/offline';
const SHELL = [OFFLINE, '/webjars/bootstrap/dist/css/bootstrap.min.css', '/css/gridloop.css', '/js/gridloop.js',
  '/js/report-queue.js', '/js/report-questions.js', '/js/report-offline.js', '/icon.svg', '/manifest.webmanifest'];
// Pages of residents that send people to the page above instead of an error of the browser.
const INSTEAD = /^\/(report|g\/[^/]+)?$/;
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
async function ofShell(path) {
  const cache = await caches.open(CACHE);
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

async function orOffline(request) {
  try {
    return await fetch(request);
  } catch (e) {
    return Response.redirect(OFFLINE, 302);
  }
}

self.addEventListener('install', function (event) { event.waitUntil(install()); });

self.addEventListener('activate', function (event) { event.waitUntil(activate()); });

self.addEventListener('fetch', function (event) {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (SHELL.includes(url.pathname)) {
    event.respondWith(ofShell(url.pathname));
  } else if (event.request.mode === 'navigate' && INSTEAD.test(url.pathname)) {
    event.respondWith(orOffline(event.request));
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
});
