// A text of a register that is the number of a matter opens it.
import { matterPrefixes } from '@hengjian/domain';

type Noun = keyof typeof matterPrefixes;
const pages: Readonly<Record<Noun, (id: string) => string>> = {
  clue: (id) => `/clues?open=${id}`,
  inspectionPlan: (id) => `/inspection-plans?open=${id}`,
  inspection: (id) => `/inspections/${id}`,
  enforcementCase: (id) => `/cases/${id}`,
  survey: (id) => `/surveys/${id}`,
};

export function MatterNumber({ text }: { text: string }) {
  const prefix = /^([A-Z]{2})\d{4}-\d{6}$/.exec(text)?.[1];
  const noun = (Object.keys(matterPrefixes) as Noun[]).find((one) => matterPrefixes[one] === prefix);
  return noun ? (
    <a className="code" href={pages[noun](text)}>
      {text}
    </a>
  ) : (
    text
  );
}
