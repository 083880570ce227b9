export { TrialPanel } from '../governance/trial-panel.tsx';
