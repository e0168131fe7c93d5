package io.gridloop.intake;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Reads QR codes off a picture, as a phone does. */
public final class QrReading {

    private QrReading() {}

    /** What the codes say, in alphabetical order. */
    public static List<String> texts(BufferedImage picture) throws NotFoundException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap)).map(Result::getText).sorted().toList();
    }
}
