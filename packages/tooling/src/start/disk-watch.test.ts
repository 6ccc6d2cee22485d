import { expect, it } from '@jest/globals';
import { roomTeller } from './disk-watch.mjs';

const MB = 1_000_000;

it('says when a disk gets short of room, once a level, and when it has room again', () => {
  const tell = roomTeller('/data');
  const said = [5_000, 999, 998, 1_050, 990, 199, 150, 210, 199, 500, 999, 1_200, 900].map((mb) => tell(mb * MB));
  expect(said).toEqual([
    null,
    'The disk of /data has 999 MB left: make some before it is full.',
    null,
    // Not clearly above the level yet, so that what follows is no news.
    null,
    null,
    'The disk of /data has 199 MB left: soon nothing can be stored any more.',
    null,
    null,
    null,
    null,
    null,
    'The disk of /data has room again: 1,200 MB.',
    'The disk of /data has 900 MB left: make some before it is full.',
  ]);
});

it('says nothing of a disk that it cannot ask', () => expect(roomTeller('/data')(Infinity)).toBeNull());
