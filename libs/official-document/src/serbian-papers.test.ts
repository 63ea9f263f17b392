import { afterAll, describe, expect, it } from 'vitest';
import { checkDocumentText } from './check-document-text.ts';
import { createRenderer } from './create-renderer.ts';
import { printedLines } from './testing/printed-text.ts';
import { paragraph, serbianLetter, serbianRequest } from './testing/sample-papers.ts';

const renderer = createRenderer();
afterAll(() => renderer.close());

describe('a Serbian letter in Cyrillic', () => {
  it('has the head at the left, the addressee, the subject, the signature and a/а', async () => {
    const lines = printedLines((await renderer.paper(serbianLetter)).pdf);
    for (const part of [
      'Огледни примерак – документ нема правну снагу',
      'РЕПУБЛИКА СРБИЈА',
      'Општина Бела Вода',
      'Број:',
      'Датум:',
      'НАРОДНИ МУЗЕЈ, ТРСТЕНИК',
      'Преко: Завод за заштиту споменика',
      'Предмет:Сарадња на изложби „Сто година читалишта”',
      '1.1.џепну карту Ђердапа',
      'Прилози:Списак предмета',
      'М. П.',
      'ПРЕДСЕДНИЦА ОПШТИНЕ',
      '– а/а',
      'Доступност: јавно',
    ]) {
      expect(lines).toContain(part);
    }
  });

  it('has the fields of every paper', async () => {
    const { fields } = await renderer.paper(serbianLetter);
    expect(fields.map(({ name }) => name).sort()).toEqual(['dispatched_on', 'number', 'received', 'seal', 'step_1']);
  });

  it('lists many recipients beneath the text instead of above it', async () => {
    const addressees = Array.from({ length: 60 }, (_, index) => `Месна заједница број ${index + 1}`);
    const lines = printedLines((await renderer.paper({ ...serbianLetter, addressees })).pdf);
    expect(lines).toContain('по списку прималаца');
    expect(lines).toContain('– Месна заједница број 60');
  });
});

describe('a Serbian form in Latin', () => {
  it('says its name, and nobody sends it', async () => {
    const { pdf, fields } = await renderer.paper(serbianRequest);
    const lines = printedLines(pdf);
    for (const part of ['REPUBLIKA SRBIJA', 'ZAHTEV ZA PREKOVREMENI RAD', 'Đorđe Čanković8', 'Dostavljeno:– a/a']) {
      expect(lines).toContain(part);
    }
    expect(fields.map(({ name }) => name)).toContain('seal');
  });

  it('is called an internal act where the form has no name', async () => {
    const { formName: _, ...unnamed } = serbianRequest;
    expect(printedLines((await renderer.paper(unnamed)).pdf)).toContain('INTERNI AKT');
  });
});

describe('one text in two scripts', () => {
  const cyrillic = { ...serbianLetter, content: { type: 'doc' as const, blocks: [paragraph('Њена џезва')] } };
  const latin = {
    ...cyrillic,
    language: 'sr-Latn' as const,
    content: { type: 'doc' as const, blocks: [paragraph('Njena džezva')] },
  };

  it('is two papers, each the same bytes again', async () => {
    const [one, other, again, otherAgain] = await Promise.all(
      [cyrillic, latin, cyrillic, latin].map(async (model) => Buffer.from((await renderer.paper(model)).pdf)),
    );
    expect(again?.equals(one ?? Buffer.alloc(0))).toBe(true);
    expect(otherAgain?.equals(other ?? Buffer.alloc(0))).toBe(true);
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  });

  it('passes with every letter of the two alphabets', () => {
    const alphabets = ['абвгдђежзијклљмнњопрстћуфхцчџш', 'abcčćdđefghijklmnoprsštuvzž'];
    for (const letters of alphabets) {
      const title = `${letters} ${letters.toUpperCase()} „”–`;
      const { content } = letters.startsWith('a') ? latin : cyrillic;
      expect(checkDocumentText({ title, content, keywords: [], addressees: [] })).toBeUndefined();
    }
  });
});
