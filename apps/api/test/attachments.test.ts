import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Attachment } from '@porchlight/protocol';
import sharp from 'sharp';
import { ADMIN, ApiProcess } from './support/api-process.js';
import { createTestDatabase, query, type TestDatabase } from './support/databases.js';
import { EventReader } from './support/event-reader.js';
import { type Caller, createVisitor, signIn } from './support/http.js';
import { animation, cameraPicture, pixelBomb, SECRET } from './support/pictures.js';
import { eventually, startConversation, uuid } from './support/talk.js';
import { download, upload } from './support/uploads.js';

const LIMIT = 1024 * 1024;
let database: TestDatabase;
let api: ApiProcess;
let visitor: Awaited<ReturnType<typeof createVisitor>>;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await ApiProcess.start({ ...database.env, ATTACHMENT_MAX_MB: '1' });
  visitor = await createVisitor(api.url);
});

afterAll(async () => {
  await api.stop();
  await database.remove();
});

const kept = () => readdirSync(join(database.dataDirectory, 'attachments')).toSorted();
const arriving = () => readdirSync(join(database.dataDirectory, 'uploads'));
const send = (caller: Caller, conversation: string, attachments: string[], text = '') =>
  caller.call('createMessage', { conversation }, { clientId: uuid(), text, attachments });

describe('pictures', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    '%s: what a camera wrote is gone, the way up stays',
    async (format) => {
      const original = await cameraPicture(format);
      expect(original.includes(SECRET)).toBe(true);
      const { status, attachment } = await upload(visitor, original, `Photo.${format}`);
      expect(status).toBe(201);
      expect(attachment).toMatchObject({
        name: `Photo.${format}`,
        mediaType: `image/${format}`,
        width: 60,
        height: 40,
      });
      const { bytes, headers } = await download(visitor, attachment);
      expect(headers.get('content-type')).toBe(`image/${format}`);
      expect(headers.get('content-disposition')).toMatch(/^inline;/);
      expect(bytes.length).toBe(attachment.size);
      expect(bytes.includes(SECRET)).toBe(false);
      const { exif, xmp, icc, orientation, width, height } = await sharp(bytes).metadata();
      expect({ exif, xmp, icc, orientation: orientation ?? 1, width, height }).toEqual({
        orientation: 1,
        width: 60,
        height: 40,
      });
      // The strip that was above is to the right once the camera's turn is applied.
      const { data } = await sharp(bytes)
        .extract({ left: 57, top: 20, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      expect(data[2]).toBeGreaterThan(200);
    },
  );

  test.each(['gif', 'webp'] as const)('%s: an animation goes on moving', async (format) => {
    const { attachment } = await upload(visitor, await animation(format));
    expect(attachment).toMatchObject({ mediaType: `image/${format}`, width: 30, height: 20 });
    const { pages, delay } = await sharp((await download(visitor, attachment)).bytes, { animated: true }).metadata();
    expect({ pages, delay }).toEqual({ pages: 3, delay: [100, 200, 300] });
  });

  test('one of too many pixels is refused, small as its file is', async () => {
    const bomb = pixelBomb();
    expect(bomb.length).toBeLessThan(LIMIT);
    const { status, problem } = await upload(visitor, bomb, 'bomb.png');
    expect({ status, code: problem.code, detail: problem.detail }).toEqual({
      status: 413,
      code: 'too_large',
      detail: 'The picture has too many pixels',
    });
  });

  test('what is hung on behind a picture, or hidden in it, does not get out again', async () => {
    const script = '<script>alert(1)</script>';
    const polyglot = Buffer.concat([await cameraPicture('jpeg'), Buffer.from(script), Buffer.from('PK\u0003\u0004')]);
    const { attachment } = await upload(visitor, polyglot, 'page.html', 'text/html');
    expect(attachment).toMatchObject({ mediaType: 'image/jpeg', name: 'page.html.jpg' });
    expect((await download(visitor, attachment)).bytes.includes('script')).toBe(false);
  });

  test.each<[string, () => Buffer | Promise<Buffer>, number, string]>([
    ['cut in two', async () => (await cameraPicture('jpeg')).subarray(0, 500), 422, 'unreadable_picture'],
    ['nothing but its first bytes', () => pixelBomb().subarray(0, 40), 422, 'unreadable_picture'],
    [
      'a TIFF',
      () =>
        sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
          .tiff()
          .toBuffer(),
      415,
      'unsupported_media_type',
    ],
    ['a HEIC', () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1'), 415, 'unsupported_media_type'],
  ])('one that is %s is refused', async (_, make, status, code) => {
    const { problem } = await upload(visitor, await make());
    expect(problem).toMatchObject({ status, code });
  });
});

describe('everything else is a download', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  test.each([
    ['drawing.svg', svg, 'text/plain'],
    ['drawing.svg', `<?xml version="1.0"?>${svg}`, 'text/plain'],
    ['page.html', '<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['picture.jpg', '<html><script>alert(1)</script>', 'text/plain'],
    ['notes.txt', 'BM is not always a bitmap: żółć 你好', 'text/plain'],
    ['form.pdf', '%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript >> >>', 'application/pdf'],
    ['data.bin', '\0\u0001\u0002\u0003', 'application/octet-stream'],
  ])('%s', async (name, content, mediaType) => {
    const { status, attachment } = await upload(visitor, content, name, 'image/png');
    expect({ status, ...attachment }).toMatchObject({ status: 201, name, mediaType });
    expect(attachment.width).toBeUndefined();
    const { bytes, headers } = await download(visitor, attachment);
    expect(bytes.toString()).toBe(content);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"; filename*=UTF-8''${name}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
    });
  });

  test('so is a picture, if the link asks for it', async () => {
    const { attachment } = await upload(visitor, await cameraPicture('png'), 'blue.png');
    const { headers } = await download(visitor, attachment, '&download=true');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
  });
});

describe('bad input', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\mira\\notes.txt', 'notes.txt'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['a\u0000b\r\nSet-Cookie: x=1.txt', 'abSet-Cookie_ x=1.txt'],
    ['CON.txt', '_CON.txt'],
    ['...', 'file'],
    ['', 'file'],
    ['名前 (1).txt', '名前 (1).txt'],
  ])('a file called %j is called %j', async (sent, name) => {
    // FormData would escape what a hostile client would not.
    const body = `--b\r\nContent-Disposition: form-data; name="file"; filename="${sent.replaceAll('\\', '\\\\')}"\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b--\r\n`;
    const response = await fetch(`${api.url}/v1/attachments`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${visitor.token}`, 'Content-Type': 'multipart/form-data; boundary=b' },
      body,
    });
    if (/[\r\n]/.test(sent)) {
      // A line break ends the header; whatever is made of it, it is no line of an answer.
      expect([201, 400]).toContain(response.status);
      return;
    }
    const attachment = (await response.json()) as Attachment;
    expect(attachment.name).toBe(name);
    expect((await download(visitor, attachment)).headers.get('set-cookie')).toBeNull();
  });

  test('a name of 1,000 characters keeps its ending', async () => {
    const { attachment } = await upload(visitor, 'x', `${'名'.repeat(1_000)}.pdf`);
    expect(attachment.name).toMatch(/^名+\.pdf$/);
    expect(Buffer.byteLength(attachment.name)).toBeLessThanOrEqual(160);
  });

  test('ER1: a file over the limit is refused, with and without a length given before, and the connection lives', async () => {
    const { status, problem } = await upload(visitor, Buffer.alloc(LIMIT + 1, 'x'));
    expect({ status, code: problem.code }).toEqual({ status: 413, code: 'too_large' });
    const large = await upload(visitor, Buffer.alloc(LIMIT * 5, 'x'));
    expect(large.problem.code).toBe('too_large');
    expect((await upload(visitor, Buffer.alloc(LIMIT, 'x'))).status).toBe(201);
    expect(arriving()).toEqual([]);
  });

  test.each<[string, string, string, number]>([
    ['no file', 'multipart/form-data; boundary=b', '--b--\r\n', 400],
    ['a field instead', 'multipart/form-data; boundary=b', part('name="file"', 'x'), 400],
    ['a file in another field', 'multipart/form-data; boundary=b', part('name="other"; filename="x"', 'x'), 400],
    ['an empty file', 'multipart/form-data; boundary=b', part('name="file"; filename="x"', ''), 400],
    [
      'two files',
      'multipart/form-data; boundary=b',
      part('name="file"; filename="x"', 'x').replace('--b--\r\n', '') + part('name="file"; filename="y"', 'y'),
      400,
    ],
    [
      'a field besides',
      'multipart/form-data; boundary=b',
      part('name="file"; filename="x"', 'x').replace('--b--\r\n', '') + part('name="more"', 'y'),
      400,
    ],
    ['a body cut off', 'multipart/form-data; boundary=b', part('name="file"; filename="x"', 'x').slice(0, -12), 400],
    ['no boundary', 'multipart/form-data', part('name="file"; filename="x"', 'x'), 400],
    ['JSON', 'application/json', '{"file":"x"}', 415],
    ['plain text', 'text/plain', 'x', 415],
  ])('%s is refused', async (_, type, body, status) => {
    const response = await fetch(`${api.url}/v1/attachments`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${visitor.token}`, 'Content-Type': type },
      body,
    });
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status, body: { status } });
    expect(arriving()).toEqual([]);
  });

  test('an upload that is given up leaves nothing', async () => {
    const before = kept();
    const socket = connect(api.port, 'localhost');
    const head = `POST /v1/attachments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${visitor.token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 500000\r\n\r\n`;
    socket.write(
      `${head}--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n${'x'.repeat(100_000)}`,
    );
    await eventually('it has begun', () => arriving().length === 1);
    socket.destroy();
    await eventually('nothing is left of it', () => arriving().length === 0);
    expect(kept()).toEqual(before);
  });

  test('multipart goes nowhere else', async () => {
    const form = new FormData();
    form.append('clientId', 'x');
    const response = await fetch(`${api.url}/v1/conversations`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${visitor.token}` },
      body: form,
    });
    expect(response.status).toBe(415);
  });
});

describe('links', () => {
  test('AU1: a link is for one file and for a time, whatever is changed in it', async () => {
    const { attachment } = await upload(visitor, 'one');
    const other = await upload(visitor, 'two');
    const { pathname, searchParams } = new URL(attachment.url, api.url);
    const expires = Number(searchParams.get('expires'));
    const signature = searchParams.get('signature') ?? '';
    const left = expires - Date.now() / 1_000;
    expect(left).toBeGreaterThan(86_400);
    expect(left).toBeLessThanOrEqual(2 * 86_400);
    const status = async (url: string) => (await download(visitor, { url })).status;
    expect(await status(attachment.url)).toBe(200);
    expect(await status(`${pathname}?expires=${expires + 1}&signature=${signature}`)).toBe(403);
    expect(await status(`${pathname}?expires=${expires}&signature=${signature.slice(1)}x`)).toBe(403);
    expect(await status(`${pathname}?expires=${expires}&signature=`)).toBe(403);
    expect(await status(attachment.url.replace(attachment.id, other.attachment.id))).toBe(403);
    expect(await status(attachment.url.replace(attachment.id, uuid()))).toBe(403);
    expect(await status(pathname)).toBe(403);
    expect(await status(`/v1/attachments/..%2f..%2fsecret-key?expires=${expires}&signature=${signature}`)).toBe(404);
  });
});

describe('a file', () => {
  const get = (url: string, headers: Record<string, string>, method = 'GET') =>
    fetch(api.url + url, { method, headers });

  test('is given in part too, so that a download that broke off can go on', async () => {
    const { attachment } = await upload(visitor, '0123456789', 'digits.txt');
    const tag = (await get(attachment.url, {})).headers.get('etag') ?? '';
    const part = await get(attachment.url, { range: 'bytes=4-', 'if-range': tag });
    expect([part.status, await part.text()]).toEqual([206, '456789']);
    expect(Object.fromEntries(part.headers)).toMatchObject({
      'content-range': 'bytes 4-9/10',
      'content-length': '6',
      'accept-ranges': 'bytes',
      etag: tag,
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    const askedInVain: Record<string, string>[] = [
      { range: 'bytes=20-' },
      { range: 'bytes=0-1,3-4' },
      { range: 'bytes=4-', 'if-range': '"other"' },
    ];
    for (const headers of askedInVain) {
      const whole = await get(attachment.url, headers);
      expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    }
  });

  test('is described by HEAD as by GET', async () => {
    const { attachment } = await upload(visitor, 'digits', 'digits.txt');
    const [head, whole] = [await get(attachment.url, {}, 'HEAD'), await get(attachment.url, {})];
    const described = ({ status, headers }: Response) => {
      const {
        date: _date,
        connection: _connection,
        'keep-alive': _alive,
        'x-request-id': _id,
        ...said
      } = Object.fromEntries(headers);
      return { status, ...said };
    };
    const said = described(head);
    expect(said).toEqual(described(whole));
    expect(said).toMatchObject({ status: 200, 'content-length': '6' });
    expect(await head.text()).toBe('');
    expect((await get(attachment.url.replace(/signature=.*/, 'signature=x'), {}, 'HEAD')).status).toBe(403);
  });

  test('that is a picture has the same safe headers, and is shown', async () => {
    const { attachment } = await upload(visitor, await cameraPicture('png'), 'blue.png');
    expect(Object.fromEntries((await download(visitor, attachment)).headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename="blue.png"; filename*=UTF-8''blue.png`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
    });
  });
});

describe('messages', () => {
  test('carry files without a text, and everybody gets links that work: by answer, page, list, stream and replay', async () => {
    const agent = await signIn(api.url, ADMIN);
    const atAgent = await EventReader.open(api.url, agent.token ?? '');
    await atAgent.until((reader) => reader.of('hello').length === 1);
    const id = await startConversation(visitor);
    const [picture, file] = [
      await upload(visitor, await cameraPicture('jpeg'), 'a.jpg'),
      await upload(visitor, 'b', 'b.txt'),
    ];
    const ids = [file.attachment.id, picture.attachment.id];
    const { status, body } = await send(visitor, id, ids);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      text: '',
      attachments: [{ name: 'b.txt' }, { name: 'a.jpg', width: 60, height: 40 }],
    });
    await atAgent.until((reader) => reader.of('message.created').length === 2);
    const page = (await agent.call('listMessages', { conversation: id })).body.items.at(-1);
    const listed = (await agent.call('getConversation', { conversation: id })).body.lastMessage;
    const live = atAgent.of('message.created').at(-1)?.data.data;
    const replayed = await EventReader.open(api.url, visitor.token ?? '', visitor.cursor);
    await replayed.until((reader) => reader.of('message.created').some(({ data }) => data.data.id === body.id));
    const again = replayed.of('message.created').find(({ data }) => data.data.id === body.id)?.data.data;
    const polled = await visitor.call('pollEvents', {}, undefined, `?after=${visitor.cursor}`);
    const poll = polled.body.events.find((event) => event.type === 'message.created' && event.data.id === body.id);
    for (const message of [body, page, listed, live, again, poll?.data]) {
      expect(message).toMatchObject({ id: body.id, attachments: [{ id: ids[0] }, { id: ids[1] }] });
      for (const attachment of (message as typeof body).attachments) {
        expect((await download(visitor, attachment)).status).toBe(200);
      }
    }
    atAgent.close();
    replayed.close();
  });

  test('MS1: the same message with the same files is stored once; with others it is a conflict', async () => {
    const id = await startConversation(visitor);
    const [one, two] = [(await upload(visitor, '1')).attachment.id, (await upload(visitor, '2')).attachment.id];
    const draft = { clientId: uuid(), text: 'Here', attachments: [one] };
    const first = await visitor.call('createMessage', { conversation: id }, draft);
    const second = await visitor.call('createMessage', { conversation: id }, draft);
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id]);
    const other = await visitor.call('createMessage', { conversation: id }, { ...draft, attachments: [two] });
    expect(other.status).toBe(409);
  });

  test('a first message may be a file alone', async () => {
    const { attachment } = await upload(visitor, 'x', 'x.txt');
    const message = { clientId: uuid(), text: '', attachments: [attachment.id] };
    const { status, body } = await visitor.call('createConversation', {}, { clientId: uuid(), message });
    expect({ status, files: body.lastMessage?.attachments.map(({ name }) => name) }).toEqual({
      status: 201,
      files: ['x.txt'],
    });
  });

  test('AU3: a file is for its uploader, for one message, and for nothing that is not there', async () => {
    const id = await startConversation(visitor);
    const stranger = await createVisitor(api.url);
    const foreign = (await upload(stranger, 'x')).attachment.id;
    const own = (await upload(visitor, 'y')).attachment.id;
    for (const ids of [[foreign], [uuid()], [own, foreign]]) {
      const { problem } = await send(visitor, id, ids);
      expect(problem).toMatchObject({ status: 422, code: 'attachment_gone' });
    }
    expect((await send(visitor, id, [own])).status).toBe(201);
    expect((await send(visitor, id, [own])).problem?.code).toBe('attachment_gone');
    // A message that was refused has not used a number.
    expect((await visitor.call('getConversation', { conversation: id })).body.lastSeq).toBe(2);
  });

  test('has words, or a file; at most ten, each once', async () => {
    const id = await startConversation(visitor);
    for (const ids of [[], Array.from({ length: 11 }, uuid), ['x']]) {
      expect((await send(visitor, id, ids)).status).toBe(400);
    }
    const same = uuid();
    expect((await send(visitor, id, [same, same])).status).toBe(400);
  });

  test('a deleted one takes its files along, from the log too', async () => {
    const id = await startConversation(visitor);
    const { attachment } = await upload(visitor, 'secret', 'secret.txt');
    const { body } = await send(visitor, id, [attachment.id]);
    expect(kept()).toContain(attachment.id);
    const deleted = await visitor.call('deleteMessage', { conversation: id, message: body.id });
    expect(deleted.body).toMatchObject({ text: '', attachments: [] });
    expect((await download(visitor, attachment)).status).toBe(404);
    await eventually('its bytes are gone', () => !kept().includes(attachment.id));
    const replay = await visitor.call('pollEvents', {}, undefined, `?after=${visitor.cursor}`);
    expect(JSON.stringify(replay.body)).not.toContain('secret.txt');
  });
});

describe('a visitor', () => {
  test('finds its files in its export, and nothing is left of them once it is erased', async () => {
    const leaving = await createVisitor(api.url);
    const id = await startConversation(leaving);
    const used = (await upload(leaving, 'used', 'used.txt')).attachment;
    const waiting = (await upload(leaving, 'waiting')).attachment;
    await send(leaving, id, [used.id]);
    const { body } = await leaving.call('exportMe', {});
    const named = body.conversations.flatMap(({ messages }) => messages.flatMap(({ attachments }) => attachments));
    expect(named).toMatchObject([{ name: 'used.txt', size: 4 }]);
    expect((await download(leaving, named[0] as Attachment)).bytes.toString()).toBe('used');
    expect((await leaving.call('eraseMe', {})).status).toBe(204);
    for (const file of [used, waiting]) expect((await download(leaving, file)).status).toBe(404);
    await eventually('their bytes are gone', () => !kept().some((name) => name === used.id || name === waiting.id));
    const agent = await signIn(api.url, ADMIN);
    expect(JSON.stringify((await agent.call('listMessages', { conversation: id })).body)).not.toContain('used.txt');
  });

  test('is told how large a file may be', async () => {
    expect((await visitor.call('getSite', { site: 'demo' })).body?.limits.attachment).toBe(LIMIT);
  });
});

describe('a restart', () => {
  test('keeps files and links, and takes away what an upload left behind', async () => {
    const { attachment } = await upload(visitor, 'kept');
    await api.kill();
    const left = join(database.dataDirectory, 'uploads', uuid());
    writeFileSync(left, 'x');
    utimesSync(left, new Date(), new Date(Date.now() - 2 * 3_600_000));
    api = await ApiProcess.start({ ...database.env, ATTACHMENT_MAX_MB: '1', RATE_LIMIT_FACTOR: '1' });
    const { status, bytes } = await fetch(`${api.url}${attachment.url}`).then(async (response) => ({
      status: response.status,
      bytes: await response.text(),
    }));
    expect({ status, bytes }).toEqual({ status: 200, bytes: 'kept' });
    await eventually('the left over is gone', () => arriving().length === 0);
  });

  if (globalThis.testDatabase === 'server') {
    test('takes away what no message has taken after a day, and nothing else', async () => {
      const patient = await createVisitor(api.url);
      const [old, fresh, used] = [await upload(patient, '1'), await upload(patient, '2'), await upload(patient, '3')];
      await send(patient, await startConversation(patient), [used.attachment.id]);
      const aged = [old.attachment.id, used.attachment.id];
      const url = database.env['DATABASE_URL'] ?? '';
      await query(url, `UPDATE "attachments" SET "created_at" = now() - interval '25 hours' WHERE "id" = ANY($1)`, [
        aged,
      ]);
      await api.stop();
      api = await ApiProcess.start({ ...database.env, RATE_LIMIT_FACTOR: '1' });
      await eventually('the old one is gone', () => !kept().includes(old.attachment.id));
      expect(kept()).toEqual(expect.arrayContaining([fresh.attachment.id, used.attachment.id]));
    });
  }

  test('ER1: uploads are limited to a rate', async () => {
    const eager = await createVisitor(api.url);
    const statuses = [];
    for (let count = 0; count < 31; count++) statuses.push((await upload(eager, 'x')).status);
    expect([statuses.slice(0, 30).every((status) => status === 201), statuses[30]]).toEqual([true, 429]);
  });
});

function part(disposition: string, content: string): string {
  return `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n--b--\r\n`;
}
