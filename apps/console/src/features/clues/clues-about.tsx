// The clues that tell of a finding or a complaint, each with the case it became.
import { LinkTo } from './clues-page.tsx';

export function CluesAbout({ of }: { of: readonly { readonly clueId: string; readonly caseId: string | null }[] }) {
  return of.map(({ clueId, caseId }) => (
    <span key={clueId} className="row" style={{ marginRight: 8 }}>
      <LinkTo kind="clue" id={clueId} />
      {caseId === null ? null : (
        <>
          → <LinkTo kind="case" id={caseId} />
        </>
      )}
    </span>
  ));
}
