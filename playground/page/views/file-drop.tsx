/** Takes a file that is dropped anywhere on the page. */
import { useEffect, useState } from 'preact/hooks';
import { useModel } from './use-model.ts';

/** Draws a veil with an invitation while a file is held over the page. */
export function FileDrop() {
  const { files } = useModel();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onDrag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) {
        // Without this the browser would leave the page and show the file.
        event.preventDefault();
        setOver(true);
      }
    };
    const onLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) {
        setOver(false);
      }
    };
    const onDrop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      setOver(false);
      if (file !== undefined) {
        event.preventDefault();
        void files.open(file);
      }
    };
    window.addEventListener('dragenter', onDrag);
    window.addEventListener('dragover', onDrag);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onDrag);
      window.removeEventListener('dragover', onDrag);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver ? (
    <div class="file-drop">
      <p>Drop a CSV or XLSX file to open it as a new tab</p>
    </div>
  ) : null;
}
