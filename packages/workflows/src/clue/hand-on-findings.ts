/** Findings that are handed on to enforcement (移交线索) open a clue: one for each institution, of all that were handed on together. */
import { type Clue, type Fen, findingMessages, type Instant, type Outcome, sayIssue } from '@hengjian/domain';
import type { MatterPorts } from '../matter/ports.ts';
import { openClue } from './open-clue.ts';

export interface HandedOn {
  readonly findingId: string;
  readonly ruleTitle: string;
  /** null: the finding names no institution. */
  readonly providerNo: string | null;
  readonly providerName: string;
  readonly worthFen: Fen;
}

/** Handed on again, the same clue answers: its source is the first of the findings. */
export async function handOnFindings(
  ports: MatterPorts,
  findings: readonly HandedOn[],
  act: { readonly by: string; readonly why: string; readonly at: Instant },
): Promise<Outcome<Clue[]>> {
  const clues: Clue[] = [];
  for (const own of Map.groupBy(findings, ({ providerNo }) => providerNo).values()) {
    const [first] = own.toSorted((a, b) => (a.findingId < b.findingId ? -1 : 1)) as [HandedOn, ...HandedOn[]];
    const facts = { count: own.length, rules: [...new Set(own.map(({ ruleTitle }) => ruleTitle))].join('、'), why: act.why };
    const opened = await openClue(ports, {
      source: 'finding',
      sourceRef: first.findingId,
      object: 'provider',
      objectNo: first.providerNo,
      objectName: first.providerName,
      text: sayIssue({ code: 'finding.handedOn', severity: 'info', facts }, findingMessages, 'zh'),
      links: own.map(({ findingId }) => ({ kind: 'finding', id: findingId })),
      amountFen: own.reduce((sum, { worthFen }) => sum + worthFen, 0),
      by: act.by,
      at: act.at,
    });
    if (!opened.ok) return opened;
    clues.push(opened.value);
  }
  return { ok: true, value: clues, issues: [] };
}
