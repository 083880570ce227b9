export function TrialPanel(_: { edition: unknown; unsaved: boolean }) {
  return null;
}
