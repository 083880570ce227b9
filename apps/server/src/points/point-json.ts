// A record of points as pages show it: with names, what is left of it, and what this account may do next.
import { behaviourFor, dayOf, leftOf, may, type PointRecord, pointActionsOf } from '@hengjian/domain';
import type { FastifyRequest } from 'fastify';
import type * as shapes from '../schemas/points.ts';
import type { Services } from '../services.ts';
import { pointPortsOf } from './point-ports.ts';

/** The institution's name; its number where it is not known. */
export const nameOf = async ({ names }: Services, providerNo: string): Promise<string> =>
  (await names.providers()).get(providerNo)?.name ?? providerNo;

export async function recordJson(services: Services, request: FastifyRequest, one: PointRecord): Promise<shapes.PointRecordJson> {
  const { rules } = await pointPortsOf(services.home, services.now());
  const subject = { state: one.state, providerNos: [one.providerNo], practitionerNo: one.practitionerNo };
  return {
    ...one,
    repairs: [...one.repairs],
    providerName: await nameOf(services, one.providerNo),
    behaviourTitle: behaviourFor(rules.behaviours, one.behaviour, one.occurredOn)?.title ?? one.behaviour,
    left: leftOf(one),
    overdue: one.dueDay !== null && one.dueDay < dayOf(services.now()),
    actions: pointActionsOf(one.state).filter(
      (action) => action !== 'lapse' && action !== 'fall' && may(request.actor, `points.${action}`, subject).ok,
    ),
  };
}
