// Once nobody is signed in any more, nothing of who was can be read on this phone, whichever page they signed out on.
"use strict";

import { forget, owner } from "./vault.js";

if (self.indexedDB) {
  const person = await owner();
  const answer = person && (await fetch("/today/offline", { headers: { Accept: "application/json" } }));
  if (answer && answer.status === 401) {
    await forget(person);
  }
}
