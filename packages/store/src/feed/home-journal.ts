// The journal of a home: the server holds it open; a command where no server runs opens it for its work.
import path from 'node:path';
import type { Home } from '../home.ts';
import { keyOfRecord } from './feed-record.ts';
import { type MessageJournal, openMessageJournal } from './message-journal.ts';

const held = new WeakMap<Home, MessageJournal>();
const openOf = (home: Home): Promise<MessageJournal> => openMessageJournal(path.join(home.folder, 'journal'), { keyOf: keyOfRecord });

/** Opens it and lends it to everybody of this process until it is closed. Throws `JournalBusy` where another process writes it. */
export async function holdJournal(home: Home): Promise<MessageJournal> {
  const journal = await openOf(home);
  held.set(home, journal);
  return {
    ...journal,
    close: () => {
      if (held.get(home) === journal) held.delete(home);
      return journal.close();
    },
  };
}

export async function withJournal<T>(home: Home, work: (journal: MessageJournal) => Promise<T>): Promise<T> {
  const lent = held.get(home);
  if (lent) return work(lent);
  const journal = await openOf(home);
  try {
    return await work(journal);
  } finally {
    await journal.close();
  }
}
