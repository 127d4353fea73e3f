package io.github.withcdp.samples;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The application of {@link SpringBootTests}: it serves the pages of the shop, and takes payments of up to 100. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({Shop.Till.class, Shop.Payments.class})
class Shop {

    /** What a customer pays. */
    record Payment(int amount) {}

    /** What has been paid. */
    @Service
    static class Payments {

        private final List<Payment> all = new CopyOnWriteArrayList<>();

        void add(Payment payment) {
            all.add(payment);
        }

        List<Payment> all() {
            return List.copyOf(all);
        }
    }

    /** Where pages pay. */
    @RestController
    static class Till {

        private final Payments payments;

        Till(Payments payments) {
            this.payments = payments;
        }

        @PostMapping("/api/pay")
        @ResponseStatus(HttpStatus.CREATED)
        Payment pay(@RequestBody Payment payment) {
            if (payment.amount() > 100) {
                throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED);
            }
            payments.add(payment);
            return payment;
        }
    }
}
