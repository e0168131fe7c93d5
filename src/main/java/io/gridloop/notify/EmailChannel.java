package io.gridloop.notify;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.mail.MailProperties;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail to the address that somebody gave, by the server {@code spring.mail.host}. */
@Component
@ConditionalOnProperty("spring.mail.host")
class EmailChannel implements ChannelPort {

    // RFC 5321, 4.2.1: the server says 5xx when it is of no use to try again.
    private static final int FOR_GOOD = 500;

    private final JavaMailSender mail;
    private final StaffContacts contacts;
    private final String from;

    EmailChannel(JavaMailSender mail, StaffContacts contacts, NotifyProperties settings, MailProperties server) {
        this.mail = mail;
        this.contacts = contacts;
        this.from = Objects.requireNonNull(settings.mailFrom() == null ? server.getUsername() : settings.mailFrom(),
                "spring.mail.host is set, so gridloop.notify.mail-from is needed");
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Optional<String> recipientOf(String login) {
        return Optional.of(login).filter(it -> contacts.of(it).mail() != null);
    }

    @Override
    public Outcome send(String recipient, Message message) {
        var address = contacts.of(recipient).mail();
        if (address == null) {
            return new Outcome.Refused("已不再提供邮箱地址");
        }
        try {
            deliver(address, message);
            return new Outcome.Delivered();
        } catch (MessagingException e) {
            return new Outcome.Refused("邮箱地址无法使用");
        } catch (MailAuthenticationException e) {
            return new Outcome.Later("邮件服务器不接受系统的账号");
        } catch (MailException e) {
            return outcome(e);
        }
    }

    private void deliver(String address, Message message) throws MessagingException {
        var mime = mail.createMimeMessage();
        var helper = new MimeMessageHelper(mime, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(message.title());
        helper.setText(message.text());
        // RFC 3834: so that nobody's automatic reply comes back.
        mime.setHeader("Auto-Submitted", "auto-generated");
        mail.send(mime);
    }

    private static Outcome outcome(MailException failure) {
        var causes = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? List.of(sending.getMessageExceptions())
                : List.<Exception>of(failure);
        return causes.stream().flatMap(EmailChannel::chain).filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast).findFirst().map(EmailChannel::refused)
                // Its text may hold the address.
                .orElseGet(() -> new Outcome.Later(
                        "邮件服务器没有收下（%s）".formatted(causes.getFirst().getClass().getSimpleName())));
    }

    private static Outcome refused(SMTPAddressFailedException failure) {
        int code = failure.getReturnCode();
        return code >= FOR_GOOD
                ? new Outcome.Refused("邮件服务器拒收该地址（%d）".formatted(code))
                : new Outcome.Later("邮件服务器暂不收该地址（%d）".formatted(code));
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(first, Objects::nonNull,
                it -> it instanceof MessagingException each ? each.getNextException() : null);
    }
}
