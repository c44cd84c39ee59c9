'use client';
import { useEffect, useState } from 'react';
import createSextant from 'sextant-engine';
import createTools from 'sextant-engine/tools';
import { compute } from '../compute.js';

export default function ClientComponent() {
  const [text, setText] = useState('');
  useEffect(() => {
    compute(createSextant, createTools).then(setText);
  }, []);
  return <pre>{text}</pre>;
}
