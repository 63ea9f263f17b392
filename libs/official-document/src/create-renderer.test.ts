import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { checkText } from './check-text.ts';
import { createRenderer } from './create-renderer.ts';
import type { PaperModel, Stamp } from './paper-model.ts';
import { printedLines, printedText } from './testing/printed-text.ts';
import {
  englishLetter,
  item,
  koreanLetter,
  koreanMemo,
  laoReport,
  paragraph,
  run,
  table,
} from './testing/sample-papers.ts';

const renderer = createRenderer();
afterAll(() => renderer.close());

async function linesOf(model: PaperModel): Promise<readonly string[]> {
  return printedLines((await renderer.paper(model)).pdf);
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isOnSheet(x: number, y: number): boolean {
  return x >= 20 && x <= 575 && y >= 20 && y <= 822;
}

describe('a Korean letter', () => {
  it('row 3: the paper shows every part of the form', async () => {
    expect(await linesOf(koreanLetter)).toEqual([
      '시연용 문서 – 법적 효력 없음',
      '행정안전부',
      '수신수신자 참조',
      '(경유)',
      '제목2026년 하반기 기록물평가심의회 개최',
      '1.관련',
      '가.「공공기록물 관리에 관한 법률」 제27조',
      '나.기록관리과-4120(2026. 10. 16.)',
      '2.위 호와 관련하여 심의회를 아래와 같이 개최합니다.',
      '구분의견',
      '폐기268권',
      '보류14권',
      '가.일시: 2026. 12. 3.(목) 14:00',
      '붙임1.평가 대상 목록 1부.',
      '2.기록물평가심의서(안) 1부. \u00a0끝.',
      '행정안전부장관',
      '수신자감사담당관, 인사기획관, 재난구호정책과장',
      '기안검토결재 · 전결',
      '주무관사무관기록관리과장',
      '협조',
      '감사담당관',
      '시행생산등록번호 / Registration no.시행일',
      '접수접수등록번호',
      '우 30112  세종특별자치시 도움6로 42 / www.example.go.kr',
      '전화 044-205-2200 / 전송 044-205-8700 / 전자우편 records@example.go.kr / 공개구분 부분공개(5)',
      '- 1 -',
    ]);
  });

  it('has an empty field for the number, the dates, each step and the seal', async () => {
    const { fields } = await renderer.paper(koreanLetter);
    expect(fields.map(({ name, kind, page }) => `${name} ${kind} ${page}`).sort()).toEqual([
      'dispatched_on text 1',
      'number text 1',
      'received text 1',
      'seal signature 1',
      'step_1 text 1',
      'step_2 text 1',
      'step_3 text 1',
      'step_4 text 1',
    ]);
    for (const { rect, tooltip } of fields) {
      expect(tooltip).not.toBe('');
      expect(rect[2] - rect[0]).toBeGreaterThan(40);
      expect(rect[3] - rect[1]).toBeGreaterThan(10);
    }
  });

  it('puts the seal over the last character of the sender', async () => {
    const { fields, pdf } = await renderer.paper(koreanLetter);
    const sender = printedText(pdf).find(({ text }) => text === koreanLetter.senderName);
    const seal = fields.find(({ name }) => name === 'seal');
    if (sender === undefined || seal === undefined) throw new Error('the paper has no sender or no seal');
    // Noto Sans Korean is 0.92 em wide; the name is set in 19 pt with 0.22 em between its seven characters.
    const lastCharacter = sender.x + 6 * 19 * (0.92 + 0.22) + (19 * 0.92) / 2;
    expect((seal.rect[0] + seal.rect[2]) / 2).toBeCloseTo(lastCharacter, 0);
    const middle = (seal.rect[1] + seal.rect[3]) / 2;
    expect(middle).toBeGreaterThan(sender.y);
    expect(middle).toBeLessThan(sender.y + 19);
  });

  it('takes its foot and all fields to the last page of a long text', async () => {
    const blocks = Array.from({ length: 90 }, (_, index) => paragraph(`문단 ${index + 1}`));
    const long = await renderer.paper({ ...koreanLetter, content: { type: 'doc', blocks } });
    expect(long.pages).toBeGreaterThan(2);
    expect(new Set(long.fields.map(({ page }) => page))).toEqual(new Set([long.pages]));
    const notices = printedText(long.pdf).filter(({ text }) => text.startsWith('시연용'));
    expect(notices.map(({ page }) => page)).toEqual(Array.from({ length: long.pages }, (_, index) => index + 1));
  });

  it('names its one recipient, and the institution above', async () => {
    const institution = { name: '국가기록원', parent: '행정안전부' };
    const lines = await linesOf({ ...koreanLetter, institution, addressees: ['한빛시장'], via: '한빛도지사' });
    expect(lines.slice(1, 5)).toEqual(['행정안전부', '국가기록원', '수신한빛시장', '(경유)한빛도지사']);
    expect(lines.some((line) => line.startsWith('수신자'))).toBe(false);
  });

  it('numbers an outline to the eighth level, and goes on with 거 after 하', async () => {
    const deep = ['여덟', '일곱', '여섯', '다섯', '넷', '셋'].reduce(
      (below, text) => item(text, below),
      item('맨 아래'),
    );
    const wide = Array.from({ length: 14 }, (_, index) => item(`항목${index + 2}`));
    const blocks = [{ type: 'outline' as const, items: [item('하나', deep, ...wide)] }];
    const lines = await linesOf({ ...koreanLetter, content: { type: 'doc', blocks } });
    const first = lines.indexOf('1.하나');
    expect(lines.slice(first + 1, first + 8)).toEqual([
      '가.셋',
      '1)넷',
      '가)다섯',
      '(1)여섯',
      '(가)일곱',
      '①여덟',
      '㉮맨 아래',
    ]);
    expect(lines).toContain('하.항목14');
    expect(lines).toContain('거.항목15');
  });

  it('says in an unfinished table that the rest is empty, and ends without 끝.', async () => {
    const lines = await linesOf({
      ...koreanMemo,
      content: { type: 'doc', blocks: [table(['이름', '값'], ['하나', '1'], ['', ''])] },
    });
    expect(lines).toContain('이하 빈칸');
    expect(lines.some((line) => line.endsWith('끝.'))).toBe(false);
  });
});

describe('a paper', () => {
  it('is the same bytes for the same model, and others for another time', async () => {
    const first = await renderer.paper(koreanLetter);
    expect(Buffer.from(first.pdf.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(first.pdf.length).toBeGreaterThan(20_000);
    const other = createRenderer();
    const second = await other.paper(koreanLetter).finally(() => other.close());
    expect(digest(second.pdf)).toBe(digest(first.pdf));
    expect(second.renderer).toEqual(first.renderer);
    const later = await renderer.paper({ ...koreanLetter, createdAt: '2026-11-20T05:30:01.000Z' });
    expect(digest(later.pdf)).not.toBe(digest(first.pdf));
  });

  it('says what made it', async () => {
    const { renderer: made } = await renderer.paper(koreanMemo);
    expect(made.name).toBe('@myriaddreamin/typst-ts-node-compiler');
    expect(made.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(made.templateDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(made.fontsDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('claims PDF/A-2a and carries title, language, summary and keywords', async () => {
    const { pdf } = await renderer.paper(koreanLetter);
    const file = Buffer.from(pdf).toString('utf8');
    for (const part of ['<pdfaid:part>2<', '<pdfaid:conformance>A<', koreanLetter.title, '<rdf:li>ko<', '폐기']) {
      expect(file).toContain(part);
    }
    expect(file).toContain(koreanLetter.summary);
  });

  it.each([
    '#read("/etc/passwd")',
    '$x^2$ *굵게* _기울임_ `코드` <label> @ref',
    '#import "paper.typ": paper; #panic(1)',
    '"); #let a = 1 //',
    '--- "따옴표" \\n \\u{41} ~ = 제목',
  ])('prints %s as it stands', async (hostile) => {
    const lines = await linesOf({
      ...koreanLetter,
      title: hostile,
      content: { type: 'doc', blocks: [paragraph(hostile)] },
    });
    expect(lines).toContain(`제목${hostile}`);
    expect(lines).toContain(hostile);
  });

  it('has no sender and a small seal when it stays inside', async () => {
    const { fields, pdf } = await renderer.paper(koreanMemo);
    const lines = printedLines(pdf);
    expect(lines).toContain('수신내부결재');
    expect(lines).not.toContain(koreanLetter.senderName);
    expect(lines).toContain('가.일시: 2026. 12. 3.(목) 14:00 \u00a0끝.');
    expect(fields.map(({ name }) => name)).toContain('seal');
  });

  it('shows the parts of an English letter, without the notice where it is in force', async () => {
    const lines = await linesOf(englishLetter);
    for (const part of [
      'Ministry of Public Records',
      'ToThe Mayor of Riverton',
      'ViaOffice of the Prime Minister',
      'SubjectAppraisal of records whose retention period has ended',
      '1.1.3 December 2026',
      'EnclosuresList of folders 1 copy',
      'Minister of Public Records',
      'DraftedApproved',
      'Registration no.',
    ]) {
      expect(lines).toContain(part);
    }
    expect(lines.join('\n')).toContain('Disclosure Partly open (5)');
    expect(lines.join('\n')).not.toContain('no legal force');
  });

  it('shows the parts of a Lao meeting report', async () => {
    const { fields, pdf } = await renderer.paper(laoReport);
    const text = printedLines(pdf).join('\n');
    for (const part of ['ບົດລາຍງານກອງປະຊຸມ', 'ກະຊວງພາຍໃນ', 'ກອງປະຊຸມໄດ້ຕົກລົງເຫັນດີ.', 'ບໍ່ມີຜົນບັງຄັບ']) {
      expect(text).toContain(part);
    }
    expect(fields.map(({ name }) => name).sort()).toEqual(['dispatched_on', 'number', 'received', 'seal', 'step_1']);
  });

  it('serves a country without templates with the generic ones', async () => {
    expect((await linesOf({ ...englishLetter, country: '../../etc' })).at(0)).toBe('Republic of Examples');
  });

  it('keeps every letter and every field on the sheet, however long words and lists are', async () => {
    const word = 'W'.repeat(250);
    const addressees = Array.from({ length: 200 }, (_, index) => `제${index + 1}지방자치단체장 및 소속기관의 장`);
    const line = Array.from({ length: 20 }, (_, index) => ({
      step: index + 1,
      roleLabel: '검토',
      position: '가'.repeat(60),
    }));
    const content = { type: 'doc' as const, blocks: [paragraph(word), table([word, '나'], ['다', word])] };
    const names = { institution: { name: '가'.repeat(120) }, senderName: '장'.repeat(120) };
    const { fields, pdf } = await renderer.paper({ ...koreanLetter, ...names, title: word, addressees, line, content });
    const text = printedText(pdf);
    expect(
      text
        .map((piece) => piece.text)
        .join('')
        .match(/W/g),
    ).toHaveLength(4 * 250);
    expect(printedLines(pdf).join('')).toContain('제200지방자치단체장');
    for (const { x, y } of text) expect(isOnSheet(x, y)).toBe(true);
    expect(fields).toHaveLength(24);
    for (const { rect } of fields) expect(isOnSheet(rect[0], rect[1]) && isOnSheet(rect[2], rect[3])).toBe(true);
    const longest = Math.max(...text.filter((piece) => /^W+$/.test(piece.text)).map((piece) => piece.text.length));
    expect(longest).toBeLessThanOrEqual(50);
  });

  it.each(['ko', 'en', 'lo', 'sr-Cyrl', 'sr-Latn'] as const)(
    'can be set in %s with whatever checkText lets pass',
    async (language) => {
      const points = Array.from({ length: 0x10_000 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20));
      const passing = points.filter(
        (character, index) => index % 23 === 0 && checkText(character, 'text') === undefined,
      );
      expect(passing.length).toBeGreaterThan(800);
      const marked = { ...run(passing.join(' ')), marks: ['bold' as const] };
      const blocks = [paragraph(passing.join(' ')), { type: 'paragraph' as const, runs: [marked] }];
      const { pages } = await renderer.paper({ ...koreanLetter, language, content: { type: 'doc', blocks } });
      expect(pages).toBeGreaterThan(1);
    },
  );

  it('refuses what cannot be printed, by its field', async () => {
    await expect(renderer.paper({ ...koreanLetter, title: '승인 😀' })).rejects.toMatchObject({
      code: 'text-without-font',
      field: 'title',
      details: { character: '😀', codepoint: 'U+1F600', count: 1 },
    });
    await expect(renderer.paper({ ...koreanLetter, addressees: ['가', '나\u202e'] })).rejects.toMatchObject({
      code: 'text-control-character',
      field: 'addressees.1',
    });
  });
});

describe('stamps', () => {
  const stamps: readonly Stamp[] = [
    { kind: 'text', width: 122, height: 14, text: '기록관리과-4581' },
    {
      kind: 'approval',
      width: 117.3,
      height: 34,
      name: '최유진',
      mark: '전결',
      date: '2026. 11. 22.',
      note: '의견 있음',
    },
    { kind: 'seal', width: 71, height: 71, text: '행정안전부장관인', subtitle: '시연용' },
  ];
  const model = { country: 'kr', language: 'ko', createdAt: koreanLetter.createdAt, stamps } as const;

  it('are pages of exactly the size of their fields', async () => {
    const pdf = await renderer.stamps(model);
    const boxes = [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
    ];
    expect(boxes.map(([, width, height]) => [Number(width), Number(height)])).toEqual(
      stamps.map(({ width, height }) => [width, height]),
    );
  });

  it('print the number, the person with mark, date and note, and the seal', async () => {
    const text = printedLines(await renderer.stamps(model)).join(' ');
    for (const part of ['기록관리과-4581', '최유진', '전결', '2026. 11. 22.', '의견 있음', '시연용']) {
      expect(text).toContain(part);
    }
    expect(text.replaceAll(' ', '')).toContain('행정안전부장관인');
  });

  it('are the same bytes again, and no tagged file', async () => {
    const [first, second] = await Promise.all([renderer.stamps(model), renderer.stamps(model)]);
    expect(first.length).toBeGreaterThan(2_000);
    expect(digest(second)).toBe(digest(first));
    expect(Buffer.from(first).toString('latin1')).not.toContain('/StructTreeRoot');
  });

  it('are round where the country has no square seals', async () => {
    const seal: Stamp = { kind: 'seal', width: 71, height: 71, text: 'MINISTRY OF RECORDS', subtitle: 'DEMO' };
    const pdf = await renderer.stamps({ ...model, country: 'generic', language: 'en', stamps: [seal] });
    expect(printedLines(pdf).join('').replaceAll(' ', '')).toContain('DEMO');
  });
});
