// A day or a month to choose, in the language of the product: a field of the browser would speak the browser's.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Chosen {
  /** Its name where no label stands beside it. */
  label?: string;
  /** 2026-01-31, of a month 2026-01; empty: none. An item of a form gives it and takes its changes. */
  value?: string;
  onChange?: (value: string) => void;
  width?: number | string;
  placeholder?: string;
  /** Never without a day. */
  required?: boolean;
  small?: boolean;
  id?: string;
}

interface Kind {
  picker: 'date' | 'month';
  format: string;
}

function Field({ label, value = '', onChange, width = 140, placeholder, required, small, id, picker, format }: Chosen & Kind) {
  const known = value === '' ? null : dayjs(value);
  return (
    <DatePicker
      picker={picker}
      format={format}
      style={{ width }}
      size={small ? 'small' : 'middle'}
      allowClear={!required}
      value={known?.isValid() ? known : null}
      onChange={(chosen) => onChange?.(chosen?.format(format) ?? '')}
      // a day that was typed counts at once: a button pressed next must not find the field as it was
      onCalendarChange={(typed) => {
        const [day] = [typed].flat();
        if (day?.isValid()) onChange?.(day.format(format));
      }}
      {...(id && { id })}
      {...(label && { 'aria-label': label })}
      {...(placeholder && { placeholder })}
    />
  );
}

export const DayField = (of: Chosen) => <Field {...of} picker="date" format="YYYY-MM-DD" />;
export const MonthField = (of: Chosen) => <Field {...of} picker="month" format="YYYY-MM" />;
