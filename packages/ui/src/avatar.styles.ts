import { css, unsafeCSS } from 'lit';
import { TONES } from './avatar.js';

const tones = Array.from({ length: TONES }, (_, tone) => `.tone-${tone}{--pl-tone:${(tone * 360) / TONES + 10}}`);

/** `avatar`, 32 px unless `--pl-avatar-size` says otherwise; `tone-N` also gives `--pl-tone` to anything else. */
export const avatarStyles = css`
  ${unsafeCSS(tones.join(''))}

  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: var(--pl-avatar-size, 32px);
    height: var(--pl-avatar-size, 32px);
    border-radius: 50%;
    object-fit: cover;
    overflow: hidden;
    background: light-dark(oklch(0.9 0.055 var(--pl-tone)), oklch(0.38 0.065 var(--pl-tone)));
    color: light-dark(oklch(0.38 0.1 var(--pl-tone)), oklch(0.93 0.05 var(--pl-tone)));
    font: 600 calc(var(--pl-avatar-size, 32px) * 0.39) / 1 var(--pl-font);
    letter-spacing: 0.01em;
    user-select: none;
  }
`;
