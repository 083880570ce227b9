import type { AlertPlant, AlertPlantCase, AlertPlantKit, AlertPlantSubject, AlertTruth } from '@hengjian/catalog/alert-plant.ts';
import type { City } from './city.ts';
import { NoRoom, type Register } from './claims.ts';
import { Kit } from './kit.ts';
import type { Person } from './people.ts';
import type { Doctor, Provider } from './providers.ts';

class AlertKit extends Kit implements AlertPlantKit {
  readonly labels: Omit<AlertTruth, 'alertId' | 'label'>[] = [];
  readonly also: string[] = [];

  label(subject: AlertPlantSubject, { from, to }: { from: number; to: number }, why = '', also: readonly string[] = []): void {
    this.labels.push({ ...nameOf(subject), from, to, why });
    this.also.push(...also);
  }
}

function nameOf(subject: AlertPlantSubject): Pick<AlertTruth, 'subjectKind' | 'subjectNo'> {
  if ('itemCode' in subject) return { subjectKind: 'item', subjectNo: subject.itemCode };
  if ('born' in subject) return { subjectKind: 'person', subjectNo: (subject as Person).number };
  if ('opens' in subject) return { subjectKind: 'provider', subjectNo: (subject as unknown as Provider).code };
  return { subjectKind: 'practitioner', subjectNo: (subject as Doctor).code };
}

/** Lives through every case of every alert once. Returns what should be signalled, and what looks like it and should not. */
export function plantAlerts(city: City, plants: Readonly<Record<string, AlertPlant>>, register: Register): AlertTruth[] {
  return Object.entries(plants).flatMap(([alertId, { signals, lookAlikes }]) =>
    [...signals.map((live) => ['signal', live] as const), ...lookAlikes.map((live) => ['lookAlike', live] as const)].flatMap(
      ([label, live], n) => liveThrough(city, register, alertId, label, live, n),
    ),
  );
}

function liveThrough(
  city: City,
  register: Register,
  alertId: string,
  label: AlertTruth['label'],
  live: AlertPlantCase,
  n: number,
): AlertTruth[] {
  const kit = new AlertKit(city, register, `alert ${alertId}`, {}, `${label}${n}`);
  try {
    live(kit);
  } catch (error) {
    if (!(error instanceof NoRoom)) throw error;
    for (const person of kit.taken) city.planned.delete(person);
    return [];
  }
  if (kit.labels.length !== 1 || (label === 'lookAlike') !== (kit.labels[0]?.why !== ''))
    throw new Error(`alert ${alertId}: case ${n} told ${kit.labels.length} labels`);
  return [alertId, ...kit.also].flatMap((id) => kit.labels.map((told) => ({ alertId: id, label, ...told })));
}
