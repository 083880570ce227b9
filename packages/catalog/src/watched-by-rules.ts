import type { Monitor } from '@hengjian/language';

/**
 * What a monitor of a bureau watches by rules instead of alerts: where one record (or a few of one person) already says that something is
 * wrong, a finding is better than a signal. Ids of the rules' shelf, in the order in which an officer reads them.
 */
export const watchedByRules: Readonly<Record<Monitor, readonly string[]>> = {
  services: ['practitioner-overload', 'practitioner-two-places', 'overlapping-stays', 'outpatient-during-stay', 'idle-stay', 'late-upload'],
  pharmacy: [
    'benefit-gap',
    'chronic-approval',
    'chronic-quota',
    'provider-out-of-agreement',
    'chronic-drug-list',
    'chronic-drug-pharmacy',
    'excess-supply',
    'near-annual-cap',
    'year-end-rush',
    'swipes-in-minutes',
    'empty-swipe',
    'item-not-in-stock',
    'drug-stock',
    'trace-missing',
    'trace-repeated',
    'trace-not-purchased',
    'large-purchase',
    'large-mean-purchase',
    'doctor-shop',
  ],
  items: ['non-selected-share', 'selected-price', 'price-cap', 'drug-cost-share', 'consumable-cost-share', 'examination-cost-share'],
  persons: ['frequent-outpatient', 'frequent-stays', 'frequent-purchases', 'frequent-card-year', 'professional-buyer', 'after-death'],
  links: ['household-stays', 'doctor-shop'],
};
