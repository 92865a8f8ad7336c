// What the phone keeps, encrypted (AES-GCM) with a key that is made by the server for one participant and that no script
// can read back. Signing out forgets the key; whoever signs in again gets theirs, and no other.
"use strict";

const NAME = "diary";
const KEYS = "keys";
const THINGS = "things";

/** Kinds of things: the forms that can be filled in, forms begun without a network, and forms to be sent. */
export const PACKAGE = "package";
export const DRAFT = "draft";
export const ENTRY = "entry";

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = () => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KEYS, { keyPath: "name" });
    request.result.createObjectStore(THINGS, { keyPath: ["owner", "kind", "id"] });
  };
  return done(request);
};

let opened = null;
const store = async (name, mode) => {
  opened ??= open();
  return (await opened).transaction(name, mode).objectStore(name);
};
const read = async (name, ask) => done(ask(await store(name, "readonly")));
const write = async (name, change, durability = "default") => {
  opened ??= open();
  const transaction = (await opened).transaction(name, "readwrite", { durability });
  const finished = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  change(transaction.objectStore(name));
  await finished;
};

const keys = () => read(KEYS, (all) => all.getAll());

/** Whose key is here, or null. */
export const owner = async () => (await keys())[0]?.owner ?? null;

/** Takes in the key of a participant; those of anybody else go, with the forms they had. */
export const unlock = async (person, name, base64) => {
  const all = await keys();
  const strangers = all.filter((key) => key.owner !== person);
  for (const key of strangers) {
    await forget(key.owner);
  }
  if (all.some((key) => key.name === `${person}/${name}`)) {
    return;
  }
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
  await write(KEYS, (into) => into.put({ name: `${person}/${name}`, owner: person, at: Date.now(), key }));
};

/** Makes everything of a participant unreadable. What was not sent stays, for when the same person signs in again. */
export const forget = async (person) => {
  for (const key of (await keys()).filter((each) => each.owner === person)) {
    await write(KEYS, (from) => from.delete(key.name));
  }
  await write(THINGS, (from) => from.delete(IDBKeyRange.bound([person, PACKAGE], [person, PACKAGE, []])));
};

const label = (...parts) => new TextEncoder().encode(parts.join("/"));

const newest = async () => (await keys()).sort((a, b) => b.at - a.at)[0] ?? null;

/** Keeps a thing of the participant whose key is here. */
export const keep = async (kind, id, thing) => {
  const key = await newest();
  if (key === null) {
    throw new Error("nobody has signed in on this phone");
  }
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(thing));
  const additionalData = label(key.owner, kind, id);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key.key, plain);
  const row = { owner: key.owner, kind, id, key: key.name, iv, sealed };
  // What is to be sent is on the disk before it counts as kept.
  await write(THINGS, (into) => into.put(row), kind === ENTRY ? "strict" : "default");
};

const unseal = async (row) => {
  const key = (await keys()).find((each) => each.name === row.key);
  if (!key) {
    return null;
  }
  const additionalData = label(row.owner, row.kind, row.id);
  const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv, additionalData }, key.key, row.sealed);
  return JSON.parse(new TextDecoder().decode(plain));
};

const rows = async (kind) => {
  const person = await owner();
  const range = person && IDBKeyRange.bound([person, kind], [person, kind, []]);
  return person === null ? [] : read(THINGS, (all) => all.getAll(range));
};

/** Every thing of a kind that this participant can read, with its id. */
export const all = async (kind) => {
  const found = [];
  for (const row of await rows(kind)) {
    const thing = await unseal(row);
    if (thing !== null) {
      found.push({ ...thing, id: row.id });
    }
  }
  return found;
};

export const find = async (kind, id) => (await all(kind)).find((thing) => thing.id === id) ?? null;

export const drop = async (kind, id) => {
  const person = await owner();
  await write(THINGS, (from) => from.delete([person, kind, id]));
};
