// 线索: the list, one beside it, and the form to enter one.
import { type Clue, clueLife, clueWords } from '@hengjian/domain';
import type { ClueWishJson, MatterFileJson } from '@hengjian/server/schemas/matters.ts';
import { Button, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { post, queryClient, useGet } from '../../api.ts';
import { DASH, day, yuan } from '../../format.ts';
import { useMay } from '../../session.ts';
import { texts, useSpeech, useTexts } from '../../texts/index.ts';
import { Fact, Loaded, Page, Panel, Problem } from '../../ui/page.tsx';
import { fenTyped } from '../../ui/typed.ts';
import { MatterHistory, NextStep, useMatterWords } from '../matters/matter-file.tsx';
import { MatterList } from '../matters/matter-list.tsx';

const text = texts.clues;

function useClueWords() {
  const { language } = useSpeech();
  const options = (kind: 'sources' | 'objects', only?: readonly string[]) =>
    Object.entries(clueWords[kind])
      .filter(([value]) => only?.includes(value) ?? true)
      .map(([value, word]) => ({ value, label: word[language] }));
  const say = (kind: 'sources' | 'objects' | 'links', value: string): string =>
    (clueWords[kind] as Readonly<Record<string, { zh: string; en: string }>>)[value]?.[language] ?? value;
  return { options, say };
}

export function CluesPage() {
  const t = useTexts();
  const { say, options } = useClueWords();
  const [entering, setEntering] = useState(false);
  const mayEnter = useMay('clue.enter');
  return (
    <Page
      title={t(text.title)}
      about={t(text.about)}
      extra={
        mayEnter ? (
          <Button type="primary" onClick={() => setEntering(!entering)}>
            {t(text.enter)}
          </Button>
        ) : null
      }
    >
      {entering ? <EnterPanel onDone={() => setEntering(false)} /> : null}
      <MatterList<Clue>
        noun="clue"
        address="/api/clues"
        none={t(text.none)}
        filters={[
          { name: 'source', label: t(text.source), options: options('sources') },
          { name: 'object', label: t(text.objectKind), options: options('objects') },
        ]}
        columns={[
          { key: 'opened', title: t(texts.matters.opened), render: (_, row) => day(row.openedOn) },
          { key: 'source', title: t(text.source), render: (_, row) => say('sources', row.source) },
          { key: 'object', title: t(text.object), render: (_, row) => row.objectName },
          { key: 'text', title: t(text.text), render: (_, row) => <span className="clip">{row.text}</span> },
          { key: 'amount', title: t(text.amount), align: 'right', render: (_, row) => yuan(row.amountFen) },
          { key: 'assigned', title: t(text.assigned), render: (_, row) => row.assignedTo ?? '' },
        ]}
        file={(id) => <ClueFile key={id} clueId={id} />}
      />
    </Page>
  );
}

function ClueFile({ clueId }: { clueId: string }) {
  const t = useTexts();
  const address = `/api/clues/${clueId}`;
  const file = useGet<MatterFileJson<Clue>>(address);
  return (
    <Loaded of={file}>
      {({ one, actions, steps }) => (
        <>
          <Panel>
            <Facts one={one} />
            {one.overdue ? <Tag color="red">{t(texts.matters.overdue)}</Tag> : null}
          </Panel>
          <NextStep address={address} life={clueLife as never} actions={actions} />
          <MatterHistory noun="clue" steps={steps} />
        </>
      )}
    </Loaded>
  );
}

function Facts({ one }: { one: Clue }) {
  const t = useTexts();
  const { say } = useClueWords();
  const words = useMatterWords('clue');
  return (
    <dl className="facts">
      <Fact name={t(texts.matters.state)}>
        <Tag>{words.state(one.state)}</Tag>
        {one.closedOn === null ? '' : day(one.closedOn)}
      </Fact>
      <Fact name={t(text.source)}>
        {say('sources', one.source)} {one.sourceRef ?? ''} {day(one.openedOn)}
      </Fact>
      <Fact name={t(texts.matters.due)}>{one.closedOn === null ? day(one.dueDay) : DASH}</Fact>
      <Fact name={t(text.object)}>
        {one.objectName}{' '}
        <span className="faint">
          {say('objects', one.object)} {one.objectNo ?? ''}
        </span>
      </Fact>
      <Fact name={t(text.text)}>
        <span style={{ whiteSpace: 'pre-wrap' }}>{one.text}</span>
      </Fact>
      <Fact name={t(text.amount)}>{yuan(one.amountFen)}</Fact>
      {one.links.length > 0 ? (
        <Fact name={t(text.links)}>
          {one.links.map(({ kind, id }) => (
            <div key={kind + id}>
              {say('links', kind)} <LinkTo kind={kind} id={id} />
            </div>
          ))}
        </Fact>
      ) : null}
      <Fact name={t(text.assigned)}>{one.assignedTo ?? DASH}</Fact>
      {one.verification === null ? null : (
        <Fact name={t(text.verification)}>
          <Tag color={one.grounded ? 'orange' : 'green'}>{t(one.grounded ? text.grounded : text.notGrounded)}</Tag> {one.verification}{' '}
          <span className="faint">{one.verifiedBy}</span>
        </Fact>
      )}
      {one.caseId ? <Fact name={t(text.caseId)}>{<LinkTo kind="case" id={one.caseId} />}</Fact> : null}
      {one.transferredTo ? <Fact name={t(text.transferredTo)}>{one.transferredTo}</Fact> : null}
    </dl>
  );
}

const pages: Readonly<Record<string, (id: string) => string>> = {
  clue: (id) => `/clues?open=${id}`,
  finding: (id) => `/findings/${id}`,
  complaint: (id) => `/complaints?open=${id}`,
  inspection: (id) => `/inspections/${id}`,
  case: (id) => `/cases/${id}`,
};

/** A number that opens what it names, where we have a page for it. */
export function LinkTo({ kind, id }: { kind: string; id: string }) {
  const page = pages[kind]?.(id);
  return page ? (
    <a className="code" href={page}>
      {id}
    </a>
  ) : (
    <span className="code">{id}</span>
  );
}

const empty = { source: 'transferIn', sourceRef: '', object: 'provider', objectNo: '', objectName: '', text: '', amount: '' };

function EnterPanel({ onDone }: { onDone: () => void }) {
  const t = useTexts();
  const { options } = useClueWords();
  const [given, setGiven] = useState(empty);
  const [error, setError] = useState<unknown>();
  const set = (change: Partial<typeof empty>) => setGiven({ ...given, ...change });
  const save = async () => {
    setError(undefined);
    const { amount, objectNo, sourceRef, ...told } = given;
    try {
      const wish = { ...told, objectNo: objectNo.trim() || null, sourceRef: sourceRef.trim() || null, amountFen: fenTyped(amount) };
      await post('/api/clues', wish as ClueWishJson);
      setGiven(empty);
      await queryClient.invalidateQueries({ queryKey: ['/api/clues'] });
      onDone();
    } catch (failure) {
      setError(failure);
    }
  };
  const write = (key: 'sourceRef' | 'objectNo' | 'objectName' | 'amount', label: string) => (
    <div className="field">
      <span>{label}</span>
      <Input aria-label={label} value={given[key]} onChange={(e) => set({ [key]: e.target.value })} />
    </div>
  );
  return (
    <Panel title={t(text.enter)}>
      <form
        className="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="field">
          <span>{t(text.source)}</span>
          <Select
            aria-label={t(text.source)}
            value={given.source}
            onChange={(source) => set({ source })}
            options={options('sources', ['finding', 'complaint', 'transferIn', 'other'])}
          />
        </div>
        {write('sourceRef', t(text.sourceRef))}
        <div className="field">
          <span>{t(text.objectKind)}</span>
          <Select
            aria-label={t(text.objectKind)}
            value={given.object}
            onChange={(object) => set({ object })}
            options={options('objects')}
          />
        </div>
        {write('objectNo', t(text.objectNo))}
        {write('objectName', t(text.objectName))}
        {write('amount', t(text.amount))}
        <div className="field wide">
          <span>{t(text.text)}</span>
          <Input.TextArea
            aria-label={t(text.text)}
            autoSize={{ minRows: 2 }}
            value={given.text}
            onChange={(e) => set({ text: e.target.value })}
          />
        </div>
        {error ? <Problem error={error} /> : null}
        <Button type="primary" htmlType="submit" disabled={given.objectName.trim() === '' || given.text.trim() === ''}>
          {t(texts.common.save)}
        </Button>
      </form>
    </Panel>
  );
}
