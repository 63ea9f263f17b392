import { belavodaCulture, belavodaWork } from './classes.ts';
import type { Seed } from './seed.ts';
import { outline, paragraph, table, text } from './writing.ts';

const work = { institution: 'belavoda', unit: 'belavoda-opsta', drafter: 'belavoda-opsta-referent' } as const;
const culture = { institution: 'belavoda', unit: 'belavoda-kultura', drafter: 'belavoda-kultura-referent' } as const;

/** Papers of the municipality, in both scripts. */
export const belavoda: readonly Seed[] = [
  {
    ...culture,
    key: 'belavoda-01',
    at: '2014-04-15T08:10:00.000Z',
    classification: belavodaCulture('dopis', 'dopis'),
    text: text({
      title: 'Сарадња на изложби „Сто година читалишта”',
      to: ['Народни музеј, Трстеник'],
      body: [
        paragraph('Поштовани,'),
        paragraph('захваљујемо вам на писму од 2. априла 2014. године. Општина прихвата позив и предлаже следеће:'),
        outline([
          'Изложба је отворена од 6. до 28. јуна 2014. године у Дому културе.',
          [
            'Општина ће о свом трошку',
            ['превести 24 предмета из збирке музеја;', 'осигурати предмете док су изложени.'],
          ],
          'Каталог се штампа у 300 примерака.',
        ]),
        paragraph('С поштовањем,'),
      ],
    }),
    until: 'registered',
  },
  {
    ...work,
    key: 'belavoda-02',
    at: '2014-04-22T07:35:00.000Z',
    classification: belavodaWork('interni-akt-latn', 'obavestenje'),
    text: text({
      title: 'Raspored rada pisarnice za vreme prvomajskih praznika',
      body: [
        paragraph('Pisarnica prima poštu i u danima između praznika, po sledećem rasporedu:'),
        table(
          ['Dan', 'Vreme', 'Dežurni službenik'],
          [
            ['sreda, 30. april', '7.30–15.30', 'J. Marković'],
            ['ponedeljak, 5. maj', '7.30–15.30', 'V. Njegovan'],
          ],
        ),
        paragraph('Hitni podnesci dostavljaju se načelniku odeljenja istog dana.'),
      ],
    }),
    until: 'registered',
  },
  {
    ...work,
    key: 'belavoda-03',
    at: '2014-05-19T06:45:00.000Z',
    classification: belavodaWork('zahtev-prekovremeni', 'prekovremeni-rad', {
      class: 'partial',
      grounds: ['14'],
    }),
    text: text({
      title: 'Прековремени рад на пријему пријава штете од поплаве',
      body: [
        table(
          ['Запослени', 'Датум', '>Сати'],
          [
            ['Јелена Марковић', '17.05.2014.', '8'],
            ['Вера Његован', '17.05.2014.', '6'],
            ['Јелена Марковић', '18.05.2014.', '8'],
            ['Укупно', '', '22'],
          ],
        ),
        paragraph('Разлог: пријем 214 пријава штете у року који је одредио штаб за ванредне ситуације.'),
      ],
    }),
    story: [
      {
        step: 3,
        decision: 'concurred',
        opinion: 'Средства су обезбеђена на позицији 411 – плате, додаци и накнаде запослених.',
      },
    ],
    until: 'registered',
  },
  {
    ...culture,
    key: 'belavoda-04',
    at: '2014-06-10T09:20:00.000Z',
    classification: belavodaCulture('dopis-latn', 'sporazum'),
    text: text({
      title: 'Predlog sporazuma o razmeni knjiga sa bibliotekom pobratimljenog grada',
      to: ['Knjižnica grada Ljubno'],
      body: [
        paragraph('Poštovani,'),
        outline([
          'Predlažemo da naše biblioteke svake godine razmene po 100 knjiga.',
          ['Opština Bela Voda obezbeđuje', ['prevoz u oba smera;', 'smeštaj za dva bibliotekara.']],
          'Sporazum bi važio tri godine, od 1. septembra 2014. godine.',
        ]),
        paragraph('S poštovanjem,'),
      ],
    }),
    until: 'in-review',
    stopBefore: 3,
  },
];
