import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { openCodeReader } from './code-reader';
import styles from './events.module.css';

const LOOK_MS = 200;
/** A code that stays before the camera is read once. */
const SAME_MS = 5_000;

/** Looks through the device's camera for QR codes until it is taken away. */
export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const { say } = useMessages();
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    read.current = onRead;
  }, [onRead]);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const last = { text: '', at: 0 };
    const look = async () => {
      const readCode = await openCodeReader();
      const next = async () => {
        if (isOver || !video.current) return;
        const text = await readCode(video.current).catch(() => undefined);
        if (text !== undefined && (text !== last.text || Date.now() - last.at > SAME_MS)) read.current(text);
        if (text !== undefined) Object.assign(last, { text, at: Date.now() });
        timer = setTimeout(() => void next(), LOOK_MS);
      };
      await next();
    };
    const open = async () => {
      // Browsers hand out cameras over https only, and then if the person agrees.
      const media = navigator.mediaDevices as MediaDevices | undefined;
      if (!media) throw new Error('no camera');
      stream = await media.getUserMedia({ video: { facingMode: 'environment' } });
      if (isOver || !video.current) return stop(stream);
      video.current.srcObject = stream;
      await video.current.play();
      await look();
    };
    open().catch(() => {
      if (!isOver) setRefused(true);
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      if (stream) stop(stream);
    };
  }, []);
  if (isRefused) return <Alert type="warning" showIcon title={say('events.noCamera')} />;
  return <video ref={video} className={styles.camera} aria-label={say('events.camera')} muted playsInline />;
}

const stop = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
