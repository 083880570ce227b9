// The next step of a matter of points: which, how many points where it is counted, and why.
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { post, queryClient } from '../api.ts';
import { Problem } from './page.tsx';

interface PointsStepProps {
  /** Where steps are posted: the action is put behind it. */
  address: string;
  actions: readonly string[];
  say: (action: string) => string;
  /** Labels as the matter calls them. */
  labels: { step: string; points: string; why: string };
  /** Whether a step says a number of points, and the most it may. */
  counted: (action: string) => boolean;
  most: number;
}

export function PointsStep({ address, actions, say, labels, counted, most }: PointsStepProps) {
  const [chosen, setChosen] = useState(actions[0] as string);
  // what may be done changes with every step
  const action = actions.includes(chosen) ? chosen : (actions[0] as string);
  const [why, setWhy] = useState('');
  const [points, setPoints] = useState<number | null>(null);
  const [error, setError] = useState<unknown>();
  const take = async () => {
    setError(undefined);
    try {
      await post(`${address}/${action}`, { why, ...(counted(action) && points !== null && { points }) });
      setWhy('');
      await queryClient.invalidateQueries();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <div className="row">
        <Select
          aria-label={labels.step}
          style={{ width: 220 }}
          value={action}
          onChange={setChosen}
          options={actions.map((value) => ({ value, label: say(value) }))}
        />
        {counted(action) ? (
          <InputNumber aria-label={labels.points} placeholder={labels.points} min={1} max={most} value={points} onChange={setPoints} />
        ) : null}
        <Input
          aria-label={labels.why}
          placeholder={labels.why}
          style={{ width: 280 }}
          value={why}
          onChange={(e) => setWhy(e.target.value)}
        />
        <Button type="primary" disabled={why.trim() === '' || (counted(action) && points === null)} onClick={() => void take()}>
          {say(action)}
        </Button>
      </div>
      {error ? <Problem error={error} /> : null}
    </>
  );
}
