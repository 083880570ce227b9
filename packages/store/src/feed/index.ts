export { type FeedQuery, type FeedRow, type FeedState, feedMessages, type TouchedEncounter, toldSince } from './feed-list.ts';
export { type FeedRecord, feedKey, keyOfRecord, messageOf } from './feed-record.ts';
export { feedShelfOf } from './feed-shelf.ts';
export { type DamageRow, type FeedStore, feedStoreOf, type ReceivedRow, type WaitingRow } from './feed-store.ts';
export { followHistory } from './follow-history.ts';
export { holdJournal, withJournal } from './home-journal.ts';
export * from './message-journal.ts';
export { type PriceLimitRow, type QueryStore, queryStoreOf } from './query-store.ts';
export { JournalBusy } from './segment-index.ts';
