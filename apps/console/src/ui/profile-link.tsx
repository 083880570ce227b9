// From wherever a physician or a pharmacy is named to the page about it; nothing for those who may not see one.
import type { ProviderJson } from '@hengjian/server/schemas/providers.ts';
import { Link } from '@tanstack/react-router';
import { useGet } from '../api.ts';
import { useMay } from '../session.ts';
import { texts, useTexts } from '../texts/index.ts';

export function ProfileLink({ kind, no }: { kind: string; no: string }) {
  const t = useTexts();
  const seen = useMay('practice.read');
  const providers = useGet<ProviderJson[]>('/api/providers', undefined, { enabled: seen && kind === 'provider' });
  const pharmacy = providers.data?.some((one) => one.providerNo === no && one.kind === 'pharmacy');
  const to = kind === 'practitioner' ? '/physicians/$no' : pharmacy ? '/pharmacies/$no' : undefined;
  if (!seen || !to) return null;
  return (
    <Link to={to} params={{ no }}>
      {t(kind === 'practitioner' ? texts.practice.physicians : texts.practice.pharmacies)}
    </Link>
  );
}
