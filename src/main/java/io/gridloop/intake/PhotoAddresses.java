package io.gridloop.intake;

import io.gridloop.cases.PublishedPhotos;
import io.gridloop.security.ApiKey;
import io.gridloop.security.KeySignatures;
import io.gridloop.security.PublicAddress;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Addresses under which a program opens the photographs of its cases without its key, for example in a page of its own.
 * Nobody guesses one; it is good for a while, and no longer than the key.
 */
@Component
public class PhotoAddresses {

    private static final String PATH = "/api/v1/photos/%d/%s.jpg?until=%d&signature=%s";

    private final PublishedPhotos photos;
    private final KeySignatures signatures;
    private final PublicAddress address;
    private final IntakeProperties settings;
    private final Clock clock;

    PhotoAddresses(PublishedPhotos photos, KeySignatures signatures, PublicAddress address, IntakeProperties settings,
            Clock clock) {
        this.photos = photos;
        this.signatures = signatures;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The addresses of the photographs of those of these cases that a program sent, by the number of the case.
     *
     * @see PublishedPhotos#of
     */
    public Map<String, List<String>> of(ApiKey program, Collection<String> caseNumbers) {
        // The same for an hour, so that who asks again has not to fetch them again.
        var until = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS)
                .plus(settings.photoAddressLasts());
        var signature = signatures.of(program);
        return photos.of(program.client(), caseNumbers).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().stream()
                        .map(photo -> of(program.id(), photo.id(), until.getEpochSecond(), signature)).toList()));
    }

    /**
     * The program for which an address was made; nothing when the address is none, is too old or its key was revoked.
     *
     * @param until seconds since 1970
     */
    public Optional<ApiKey> program(long keyId, UUID photo, long until, String signature) {
        return until > clock.instant().getEpochSecond()
                ? signatures.signer(keyId, signed(photo, until), signature)
                : Optional.empty();
    }

    private String of(long keyId, UUID photo, long until, UnaryOperator<String> signature) {
        return address.of(PATH.formatted(keyId, photo, until, signature.apply(signed(photo, until))));
    }

    private static String signed(UUID photo, long until) {
        return "photo %s %d".formatted(photo, until);
    }
}
