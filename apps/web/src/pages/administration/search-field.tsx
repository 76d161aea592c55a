import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 350;

/** A field whose words are asked for after a pause in typing. */
export function SearchField({
  label,
  onSearch,
}: {
  readonly label: string;
  readonly onSearch: (text: string) => void;
}) {
  const [text, setText] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (typed: string) => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
  };
  return (
    <Input
      allowClear
      maxLength={40}
      value={text}
      onChange={({ target }) => change(target.value)}
      placeholder={label}
      aria-label={label}
    />
  );
}
