// A case put up for filing without a clue: the form is the domain's, the reason goes into the journal.
import { caseCauses, openingFields, type PartyKind } from '@hengjian/domain';
import type { CaseWishJson } from '@hengjian/server/schemas/enforcement.ts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post, queryClient } from '../../api.ts';
import { dayFrom, fenFrom } from '../../format.ts';
import { texts, useTexts } from '../../texts/index.ts';
import { Panel, Problem } from '../../ui/page.tsx';
import { StepInput } from '../matters/matter-file.tsx';

const text = texts.enforcement;
type Given = Readonly<Record<string, string>>;
const first: Given = { procedure: 'ordinary', source: 'routine', partyKind: 'provider' };

const wishOf = (given: Given, why: string): CaseWishJson => {
  const told = (name: string) => given[name]?.trim() || null;
  return {
    procedure: given.procedure as 'ordinary',
    source: given.source as 'routine',
    sourceRef: told('sourceRef'),
    causeCode: given.causeCode ?? '',
    party: {
      kind: given.partyKind as PartyKind,
      no: told('partyNo'),
      name: told('partyName') ?? '',
      licence: told('licence'),
      address: told('address'),
      head: told('head'),
      telephone: told('telephone'),
    },
    facts: told('facts') ?? '',
    lossFen: fenFrom(given.lossFen) ?? null,
    actEndedOn: dayFrom(given.actEndedOn) ?? null,
    harmed: given.harmed === 'true',
    why,
  };
};

/** Causes of the party that is chosen. */
const codesFor = (partyKind: string | undefined, codes: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    caseCauses.filter(({ party }) => party === partyKind || party === 'other').map(({ code, zh }) => [code, zh || (codes[code] ?? '')]),
  );

export function OpenPanel({ onDone }: { onDone: (caseId: string) => void }) {
  const t = useTexts();
  const [given, setGiven] = useState<Given>(first);
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>();
  const lacks = openingFields.some((field) => field.required && !given[field.name]?.trim());
  const save = async () => {
    setError(undefined);
    try {
      const opened = await post<{ matterId: string }>('/api/cases', wishOf(given, why));
      await queryClient.invalidateQueries({ queryKey: ['/api/cases'] });
      onDone(opened.matterId);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Panel title={t(text.open)}>
      <form
        aria-label={t(text.open)}
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {openingFields.map((field) => (
          <StepInput
            key={field.name}
            field={field.name === 'causeCode' ? { ...field, codes: codesFor(given.partyKind, field.codes ?? {}) } : field}
            value={given[field.name] ?? ''}
            onChange={(value) => setGiven({ ...given, [field.name]: value, ...(field.name === 'partyKind' && { causeCode: '' }) })}
          />
        ))}
        <div className="field wide">
          <span>
            {t(text.openWhy)}
            <em> *</em>
          </span>
          <Input aria-label={t(text.openWhy)} value={why} maxLength={2000} onChange={(e) => setWhy(e.target.value)} />
        </div>
        {error ? <Problem error={error} /> : null}
        <Button type="primary" htmlType="submit" disabled={lacks || why.trim() === ''}>
          {t(text.open)}
        </Button>
      </form>
    </Panel>
  );
}
