import type { PasswordHasher } from '@hengjian/workflows';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults (19 MiB, 2 passes): about 30 ms here, what a login may cost. */
export const passwords: PasswordHasher = {
  hash: (password) => hash(password),
  verify: (kept, password) => verify(kept, password),
};
