/** A sentence whose dates are not torn at the end of a line. */
export const Dated = ({ children }: { children: string }) =>
  children.split(/(\d{4}-\d\d-\d\d)/).map((part, i) =>
    i % 2 === 1 ? (
      <span key={i} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
