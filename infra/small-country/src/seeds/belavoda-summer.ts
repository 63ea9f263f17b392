import { belavodaCulture, belavodaWork } from './classes.ts';
import type { Seed } from './seed.ts';
import { type Item, outline, paragraph, text } from './writing.ts';

const work = { institution: 'belavoda', unit: 'belavoda-opsta', drafter: 'belavoda-opsta-referent' } as const;
const culture = { institution: 'belavoda', unit: 'belavoda-kultura', drafter: 'belavoda-kultura-referent' } as const;

type Told = Pick<Seed, 'until' | 'story' | 'stopBefore' | 'redraftOf' | 'folder'>;
type Words = readonly [string, ...Item[]];

function bodyOf([opening, ...items]: Words) {
  return [paragraph(opening), ...(items.length > 0 ? [outline(items)] : [])];
}

function notice(key: string, at: string, title: string, words: Words, told: Told): Seed {
  const classification = belavodaWork('interni-akt-latn', 'obavestenje');
  return { ...work, key, at, classification, text: text({ title, body: bodyOf(words) }), ...told };
}

function overtime(key: string, at: string, title: string, words: Words, told: Told): Seed {
  const classification = belavodaWork('zahtev-prekovremeni', 'prekovremeni-rad', { class: 'partial', grounds: ['14'] });
  return { ...work, key, at, classification, text: text({ title, body: bodyOf(words) }), ...told };
}

function letter(form: 'dopis' | 'dopis-latn') {
  return (key: string, at: string, to: string, title: string, words: Words, told: Told): Seed => {
    const classification = belavodaCulture(form, 'dopis');
    return { ...culture, key, at, classification, text: text({ title, to: [to], body: bodyOf(words) }), ...told };
  };
}

const cyrillic = letter('dopis');
const latin = letter('dopis-latn');
const flood = { key: 'poplava', title: 'Мајске поплаве: радно време' } as const;

/** More papers of the municipality: culture in both scripts, working time after the floods of May. */
export const belavodaSummer: readonly Seed[] = [
  cyrillic(
    'leto-01',
    '2014-04-24T08:20:00.000Z',
    'Градска библиотека, Тополник',
    'Позајмица рукописних новина за изложбу читалишта',
    [
      'Молимо вас да нам за изложбу уступите следеће:',
      'рукописне новине „Зора” из 1912. године;',
      'две фотографије читаонице.',
    ],
    { until: 'registered' },
  ),
  latin(
    'leto-02',
    '2014-05-06T07:40:00.000Z',
    'KUD „Izvor”, Bela Voda',
    'Odobrenje korišćenja sale Doma kulture',
    ['Sala vam je na raspolaganju utorkom i četvrtkom od 18 do 20 časova.', 'Ključ se preuzima u pisarnici.'],
    { until: 'registered' },
  ),
  overtime(
    'leto-03',
    '2014-05-20T06:50:00.000Z',
    'Прековремени рад на обиласку поплављених домаћинстава',
    ['Комисија обилази 61 домаћинство 24. и 25. маја 2014. године; по шест сати дневно за два члана.'],
    { folder: flood, until: 'registered' },
  ),
  overtime(
    'leto-04',
    '2014-05-27T06:35:00.000Z',
    'Прековремени рад на унос података о штети',
    ['Унос 214 пријава мора бити завршен до 5. јуна 2014. године; по три сата дневно за два запослена.'],
    { folder: { ...flood, isLast: true }, until: 'registered' },
  ),
  cyrillic(
    'leto-05',
    '2014-05-23T08:05:00.000Z',
    'Месна заједница Горњи Брод',
    'Сушење и чишћење књига из поплављеног огранка библиотеке',
    ['Књиге се суше у сали Дома културе до 15. јуна.', 'Молимо вас да обезбедите два волонтера дневно.'],
    { until: 'registered' },
  ),
  latin(
    'leto-06',
    '2014-06-03T09:15:00.000Z',
    'Filmski klub „Kadar”, Topolnik',
    'Letnji bioskop na Trgu slobode',
    ['Projekcije se održavaju petkom u 21 čas, od 4. jula do 22. avgusta.', 'Opština obezbeđuje struju i stolice.'],
    { until: 'in-review', stopBefore: 2 },
  ),
  notice(
    'leto-07',
    '2014-06-09T07:10:00.000Z',
    'Letnje radno vreme pisarnice',
    ['Od 1. jula do 31. avgusta pisarnica radi od 7 do 15 časova.', 'Petkom se pošta prima do 14 časova.'],
    { until: 'registered' },
  ),
  cyrillic(
    'leto-08',
    '2014-06-12T08:45:00.000Z',
    'Завод за заштиту споменика културе, Каменград',
    'Мишљење о обнови чесме код цркве',
    ['Молимо за мишљење о замени две камене плоче.', 'Снимци стања послати су 2. јуна 2014. године.'],
    {
      until: 'returned',
      story: [{ step: 2, decision: 'returned', opinion: 'Навести ко плаћа радове и приложити предмер.' }],
    },
  ),
  cyrillic(
    'leto-09',
    '2014-06-18T08:30:00.000Z',
    'Завод за заштиту споменика културе, Каменград',
    'Мишљење о обнови чесме код цркве, са предмером радова',
    ['Молимо за мишљење о замени две камене плоче.', 'Радове у износу од 186.000 динара плаћа општина.'],
    { redraftOf: 'leto-08', until: 'registered' },
  ),
  notice(
    'leto-10',
    '2014-06-24T07:25:00.000Z',
    'Raspored godišnjih odmora u odeljenju',
    ['Odmori se koriste u dve smene, od 7. do 25. jula i od 28. jula do 15. avgusta.'],
    { until: 'withdrawn' },
  ),
  latin(
    'leto-11',
    '2014-07-01T08:50:00.000Z',
    'Osnovna škola „Sveti Sava”, Bela Voda',
    'Poklon knjiga školskoj biblioteci',
    ['Opština poklanja 85 knjiga iz dvostrukih primeraka.', 'Preuzimanje je moguće radnim danom od 8 do 12 časova.'],
    { until: 'submitted' },
  ),
  overtime(
    'leto-12',
    '2014-07-10T06:40:00.000Z',
    'Прековремени рад на попису архивске грађе',
    ['Попис 38 метара грађе пре сеобе у нову депо-просторију; по два сата дневно у недељи од 14. јула.'],
    { until: 'drafting' },
  ),
];
