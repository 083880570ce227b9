// What is done to a transfer, and taken back.
import type { TransferFileJson } from '@hengjian/server/schemas/transfers.ts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { post, queryClient } from '../../api.ts';
import { texts, useTexts } from '../../texts/index.ts';

const text = texts.transfers;

export const refreshTransfers = () =>
  queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('/api/transfers') });

/** Does something to the transfer; what is refused is told, with the row. */
export function useDeed(file: TransferFileJson): (name: string, body: () => unknown) => Promise<boolean> {
  const { message } = App.useApp();
  return async (name, body) => {
    try {
      await post(`/api/transfers/${file.transferId}/${name}`, body());
      await refreshTransfers();
      return true;
    } catch (error) {
      void message.error((error as Error).message);
      return false;
    }
  };
}

export function Withdraw({ file, id }: { file: TransferFileJson; id: string }) {
  const t = useTexts();
  const act = useDeed(file);
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  return (
    <>
      <Button size="small" type="text" danger onClick={() => setOpen(true)}>
        {t(text.withdraw)}
      </Button>
      <Modal
        open={open}
        title={t(text.withdraw)}
        onCancel={() => setOpen(false)}
        onOk={() => void act('withdrawal', () => ({ id, why })).then((done) => setOpen(!done))}
      >
        <Input.TextArea
          aria-label={t(text.why)}
          placeholder={t(text.why)}
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.target.value)}
        />
      </Modal>
    </>
  );
}
